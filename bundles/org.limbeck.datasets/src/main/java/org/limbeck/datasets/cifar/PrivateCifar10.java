package org.limbeck.datasets.cifar;

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

/** The private part of CIFAR-10. */
@PrivateDatasetPlugin(name = "cifar10")
@Designate(ocd = PrivateCifar10.Config.class, factory = true)
@Component(service = PrivateDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PrivateCifar10 extends SplitPrivateDataset {

  @ObjectClassDefinition(
      name = "CIFAR-10",
      description = "Colour images of things, 32x32 pixels: 35,000 to train on, 10,000 to test.")
  @interface Config {
    @AttributeDefinition(
        description = "The folder of its files; empty: where 'limbeck data path cifar10' says")
    String path() default "";

    @AttributeDefinition(
        description = JUDGE,
        options = {@Option(TEST), @Option(VALIDATION)})
    String judge() default TEST;
  }

  /** Is called by the component runtime. */
  @Activate
  public PrivateCifar10(Config config) {
    super(CifarSource.cifar10(config.path()), config.judge());
  }
}
