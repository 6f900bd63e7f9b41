package org.limbeck.datasets.idx;

import java.nio.file.Path;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.limbeck.datasets.rows.SplitPrivateDataset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The private part of rows in IDX files of unsigned bytes. */
@PrivateDatasetPlugin(name = "idx")
@Designate(ocd = PrivateIdx.Config.class, factory = true)
@Component(service = PrivateDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PrivateIdx extends SplitPrivateDataset {

  @ObjectClassDefinition(
      name = "IDX files",
      description = "Rows of bytes in IDX files, plain or .gz: images, or vectors.")
  @interface Config {
    @AttributeDefinition(description = "The file of the rows to train on: 2 to 4 dimensions")
    String images();

    @AttributeDefinition(description = "The file of their labels")
    String labels();

    @AttributeDefinition(description = "The file of the rows to test on")
    String testImages();

    @AttributeDefinition(description = "The file of their labels")
    String testLabels();

    @AttributeDefinition(
        description = "Classes, 2 to 256; labels are below",
        min = "2",
        max = "256")
    int classes() default 10;

    @AttributeDefinition(
        description = JUDGE,
        options = {@Option(TEST), @Option(VALIDATION)})
    String judge() default TEST;
  }

  /** Is called by the component runtime. */
  @Activate
  public PrivateIdx(Config config) {
    super(
        new IdxSource(
            new IdxFiles(Path.of(config.images()), Path.of(config.labels())),
            new IdxFiles(Path.of(config.testImages()), Path.of(config.testLabels())),
            0,
            config.classes()),
        config.judge());
  }
}
