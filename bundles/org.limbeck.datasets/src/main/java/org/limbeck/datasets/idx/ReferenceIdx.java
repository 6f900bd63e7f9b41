package org.limbeck.datasets.idx;

import java.nio.file.Path;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.referencedata.ReferenceDatasetPlugin;
import org.limbeck.datasets.rows.ReferenceImages;
import org.limbeck.datasets.rows.SplitReferenceDataset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Rows of IDX files without labels, none of them among the private ones. */
@ReferenceDatasetPlugin(name = "idx")
@Designate(ocd = ReferenceIdx.Config.class, factory = true)
@Component(service = ReferenceDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceIdx extends SplitReferenceDataset {

  @ObjectClassDefinition(
      name = "IDX files",
      description = "Rows of bytes in IDX files without labels, none of them private.")
  @interface Config {
    @AttributeDefinition(description = "The file of the rows: 3 or 4 dimensions to be fitted, or 2")
    String images();

    @AttributeDefinition(description = "The file of their labels, which only choose classes")
    String labels();

    @AttributeDefinition(description = ROWS, min = "1")
    int rows() default 2_000;

    @AttributeDefinition(description = CLASSES, min = "0", required = false)
    int[] classes() default {};

    @AttributeDefinition(description = HEIGHT, min = "0", max = MOST_PIXELS)
    int height() default 0;

    @AttributeDefinition(description = WIDTH, min = "0", max = MOST_PIXELS)
    int width() default 0;
  }

  private static final int MOST_CLASSES = 256;

  /** Is called by the component runtime. */
  @Activate
  public ReferenceIdx(Config config) {
    this(
        new IdxFiles(Path.of(config.images()), Path.of(config.labels())),
        new ReferenceImages(
            config.rows(), config.classes(), config.height(), config.width(), false));
  }

  ReferenceIdx(IdxFiles files, ReferenceImages choice) {
    super(choice.of(files.read(0, MOST_CLASSES)));
  }
}
