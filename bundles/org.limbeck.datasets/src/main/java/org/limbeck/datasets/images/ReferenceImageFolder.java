package org.limbeck.datasets.images;

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

/** Image files without labels: those of a folder, or of the folders in it. */
@ReferenceDatasetPlugin(name = "images")
@Designate(ocd = ReferenceImageFolder.Config.class, factory = true)
@Component(service = ReferenceDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceImageFolder extends SplitReferenceDataset {

  @ObjectClassDefinition(
      name = "Image folders",
      description = "PNG, JPEG or other image files without labels.")
  @interface Config {
    @AttributeDefinition(
        description =
            "A folder of images; or of a folder per class, whose private images are left out")
    String path();

    @AttributeDefinition(description = ROWS, min = "1")
    int rows() default 2_000;

    @AttributeDefinition(description = CLASSES, min = "0", required = false)
    int[] classes() default {};

    @AttributeDefinition(description = HEIGHT, min = "0", max = MOST_PIXELS)
    int height() default 0;

    @AttributeDefinition(description = WIDTH, min = "0", max = MOST_PIXELS)
    int width() default 0;

    @AttributeDefinition(description = GREYSCALE)
    boolean greyscale() default false;
  }

  /** Is called by the component runtime. */
  @Activate
  public ReferenceImageFolder(Config config) {
    this(
        Path.of(config.path()),
        new ReferenceImages(
            config.rows(), config.classes(), config.height(), config.width(), config.greyscale()));
  }

  ReferenceImageFolder(Path folder, ReferenceImages choice) {
    this(ImageFolders.reference(folder, choice));
  }

  private ReferenceImageFolder(UnlabelledImages read) {
    super(read.images(), read.notices());
  }
}
