package org.limbeck.datasets.idx;

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
import org.osgi.service.metatype.annotations.Option;

/** Images of EMNIST without labels, none of them among the private ones. */
@ReferenceDatasetPlugin(name = "emnist")
@Designate(ocd = ReferenceEmnist.Config.class, factory = true)
@Component(service = ReferenceDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceEmnist extends SplitReferenceDataset {

  @ObjectClassDefinition(
      name = "EMNIST",
      description =
          "Images of handwritten letters and digits without labels, none of them private.")
  @interface Config {
    @AttributeDefinition(
        description = "The folder of its files; empty: where 'limbeck data path emnist' says")
    String path() default "";

    @AttributeDefinition(
        description = "47 classes of letters and digits, 26 of letters, or 10 of digits",
        options = {
          @Option(EmnistSource.BALANCED),
          @Option(EmnistSource.LETTERS),
          @Option(EmnistSource.DIGITS)
        })
    String part() default EmnistSource.BALANCED;

    @AttributeDefinition(description = ROWS, min = "1")
    int rows() default 2_000;

    @AttributeDefinition(description = CLASSES, min = "0", required = false)
    int[] classes() default {};

    @AttributeDefinition(description = HEIGHT, min = "0", max = MOST_PIXELS)
    int height() default 0;

    @AttributeDefinition(description = WIDTH, min = "0", max = MOST_PIXELS)
    int width() default 0;
  }

  /** Is called by the component runtime. */
  @Activate
  public ReferenceEmnist(Config config) {
    super(
        EmnistSource.find(config.path(), config.part()),
        new ReferenceImages(
            config.rows(), config.classes(), config.height(), config.width(), false));
  }
}
