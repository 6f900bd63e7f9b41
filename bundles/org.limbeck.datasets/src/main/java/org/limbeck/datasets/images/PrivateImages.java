package org.limbeck.datasets.images;

import java.nio.file.Path;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.SplitPrivateDataset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The private part of images in a folder per class. */
@PrivateDatasetPlugin(name = "images")
@Designate(ocd = PrivateImages.Config.class, factory = true)
@Component(service = PrivateDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PrivateImages extends SplitPrivateDataset {

  @ObjectClassDefinition(
      name = "Image folders",
      description = "PNG, JPEG or other image files in a folder per class.")
  @interface Config {
    @AttributeDefinition(
        description =
            "A folder with a folder per class; or with train and test in it, each with them")
    String path();

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

    @AttributeDefinition(description = "Whether colours become one value per pixel")
    boolean greyscale() default false;

    @AttributeDefinition(
        description = JUDGE,
        options = {@Option(TEST), @Option(VALIDATION)})
    String judge() default TEST;
  }

  /** Is called by the component runtime. */
  @Activate
  public PrivateImages(Config config) {
    this(
        Path.of(config.path()),
        new ImageTransform(config.height(), config.width(), config.greyscale()),
        config.judge());
  }

  PrivateImages(Path folder, ImageTransform fit, String judge) {
    super(ImageFolders.divisible(folder, fit), judge);
  }
}
