package org.limbeck.datasets.idx;

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

/** The private part of EMNIST: handwritten letters and digits. */
@PrivateDatasetPlugin(name = "emnist")
@Designate(ocd = PrivateEmnist.Config.class, factory = true)
@Component(service = PrivateDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PrivateEmnist extends SplitPrivateDataset {

  @ObjectClassDefinition(
      name = "EMNIST",
      description = "Images of handwritten letters and digits, 28x28 grey pixels.")
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

    @AttributeDefinition(
        description = JUDGE,
        options = {@Option(TEST), @Option(VALIDATION)})
    String judge() default TEST;
  }

  /** Is called by the component runtime. */
  @Activate
  public PrivateEmnist(Config config) {
    super(EmnistSource.find(config.path(), config.part()), config.judge());
  }
}
