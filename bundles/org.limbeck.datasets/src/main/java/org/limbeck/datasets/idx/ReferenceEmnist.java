package org.limbeck.datasets.idx;

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
import org.osgi.service.metatype.annotations.Option;

/** Images of EMNIST without labels, none of them among the private ones. */
@ReferenceDatasetPlugin(name = "emnist")
@Designate(ocd = ReferenceEmnist.Config.class, factory = true)
@Component(service = ReferenceDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceEmnist extends Unlabelled {

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
          @Option(EmnistFiles.BALANCED),
          @Option(EmnistFiles.LETTERS),
          @Option(EmnistFiles.DIGITS)
        })
    String part() default EmnistFiles.BALANCED;

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

  /** Is called by the component runtime. */
  @Activate
  public ReferenceEmnist(Config config) {
    this(
        EmnistFiles.find(config.path(), config.part()),
        new ReferenceImages(
            config.rows(), config.classes(), new Fit(config.height(), config.width(), false)));
  }

  ReferenceEmnist(EmnistFiles files, ReferenceImages choice) {
    super(choice.of(files.training()));
  }
}
