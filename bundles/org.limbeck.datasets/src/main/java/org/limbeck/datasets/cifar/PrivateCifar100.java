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

/** The private part of CIFAR-100. */
@PrivateDatasetPlugin(name = "cifar100")
@Designate(ocd = PrivateCifar100.Config.class, factory = true)
@Component(service = PrivateDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PrivateCifar100 extends SplitPrivateDataset {

  @ObjectClassDefinition(
      name = "CIFAR-100",
      description = "Colour images of things, 32x32 pixels: 35,000 to train on, 10,000 to test.")
  @interface Config {
    @AttributeDefinition(
        description = "The folder of its files; empty: where 'limbeck data path cifar100' says")
    String path() default "";

    @AttributeDefinition(
        description = "100 fine classes, or 20 coarse ones",
        options = {@Option(CifarSource.FINE), @Option(CifarSource.COARSE)})
    String labels() default CifarSource.FINE;

    @AttributeDefinition(
        description = JUDGE,
        options = {@Option(TEST), @Option(VALIDATION)})
    String judge() default TEST;
  }

  /** Is called by the component runtime. */
  @Activate
  public PrivateCifar100(Config config) {
    super(CifarSource.cifar100(config.path(), config.labels()), config.judge());
  }
}
