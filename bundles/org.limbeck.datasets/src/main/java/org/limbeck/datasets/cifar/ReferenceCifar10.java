package org.limbeck.datasets.cifar;

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

/** Images of CIFAR-10 without labels, none of them among the private ones. */
@ReferenceDatasetPlugin(name = "cifar10")
@Designate(ocd = ReferenceCifar10.Config.class, factory = true)
@Component(service = ReferenceDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceCifar10 extends SplitReferenceDataset {

  @ObjectClassDefinition(
      name = "CIFAR-10",
      description = "Colour images of things without labels, 32x32 pixels, none of them private.")
  @interface Config {
    @AttributeDefinition(
        description = "The folder of its files; empty: where 'limbeck data path cifar10' says")
    String path() default "";

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
  public ReferenceCifar10(Config config) {
    super(
        CifarSource.cifar10(config.path()),
        new ReferenceImages(
            config.rows(), config.classes(), config.height(), config.width(), config.greyscale()));
  }
}
