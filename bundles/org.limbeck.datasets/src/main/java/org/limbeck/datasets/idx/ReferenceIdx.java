package org.limbeck.datasets.idx;

import java.nio.file.Path;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.referencedata.ReferenceDatasetPlugin;
import org.limbeck.datasets.rows.Fit;
import org.limbeck.datasets.rows.ReferenceImages;
import org.limbeck.datasets.rows.Unlabelled;
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
public final class ReferenceIdx extends Unlabelled {

  @ObjectClassDefinition(
      name = "IDX files",
      description = "Rows of bytes in IDX files without labels, none of them private.")
  @interface Config {
    @AttributeDefinition(description = "The file of the rows: 3 or 4 dimensions to be fitted, or 2")
    String images();

    @AttributeDefinition(description = "The file of their labels, which only choose classes")
    String labels();

    @AttributeDefinition(description = "Rows, 1 or more", min = "1")
    int rows() default 2_000;

    @AttributeDefinition(
        description = "The classes to take rows from, counted from 0; empty: all",
        min = "0",
        required = false)
    int[] classes() default {};

    @AttributeDefinition(
        description = "Pixels from top to bottom, up to 1024; 0: as they are",
        min = "0",
        max = "1024")
    int height() default 0;

    @AttributeDefinition(
        description = "Pixels from left to right, up to 1024; 0: as they are",
        min = "0",
        max = "1024")
    int width() default 0;
  }

  private static final int MOST_CLASSES = 256;

  /** Is called by the component runtime. */
  @Activate
  public ReferenceIdx(Config config) {
    this(
        new IdxPair(Path.of(config.images()), Path.of(config.labels())),
        new ReferenceImages(
            config.rows(), config.classes(), new Fit(config.height(), config.width(), false)));
  }

  ReferenceIdx(IdxPair files, ReferenceImages choice) {
    super(choice.of(files.read(0, MOST_CLASSES)));
  }
}
