package org.limbeck.datasets.images;

import java.util.List;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.limbeck.datasets.rows.ClassNames;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.OwnDataset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Images that one device has, in a folder per class; all are private, and more may come. */
@PrivateDatasetPlugin(name = "own-images")
@Designate(ocd = OwnImages.Config.class, factory = true)
@Component(service = PrivateDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class OwnImages extends OwnDataset {

  @ObjectClassDefinition(
      name = "Own image folders",
      description =
          "PNG, JPEG or other image files that one device has; more may come while it learns.")
  @interface Config {
    @AttributeDefinition(
        description = "A folder with a folder for each class that the device has images of")
    String path();

    @AttributeDefinition(
        description = "The names of all classes, the same and in the same order on all devices")
    String[] classes();

    @AttributeDefinition(
        description = "A folder of images to test on, like 'path'; empty: there are none")
    String testPath() default "";

    @AttributeDefinition(
        description = "Pixels from top to bottom, to which images are scaled",
        min = "1",
        max = "1024")
    int height();

    @AttributeDefinition(
        description = "Pixels from left to right, to which images are scaled",
        min = "1",
        max = "1024")
    int width();

    @AttributeDefinition(description = "Whether colours become one value per pixel")
    boolean greyscale() default false;
  }

  /** Is called by the component runtime. */
  @Activate
  public OwnImages(Config config) {
    this(
        new OwnImageSource(
            new ImageTransform(config.height(), config.width(), config.greyscale()),
            new ClassNames(List.of(config.classes()))),
        config.path(),
        config.testPath());
  }

  OwnImages(OwnImageSource rows, String path, String testPath) {
    super(rows, path, testPath);
  }
}
