package org.limbeck.datasets.idx;

import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.limbeck.datasets.catalog.KnownDatasets;
import org.limbeck.datasets.rows.SplitPrivateDataset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The private part of Fashion-MNIST: 42,000 images, judged by 10,000 others. */
@PrivateDatasetPlugin(name = "fashion-mnist")
@Designate(ocd = PrivateFashionMnist.Config.class, factory = true)
@Component(service = PrivateDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PrivateFashionMnist extends SplitPrivateDataset {

  @ObjectClassDefinition(
      name = "Fashion-MNIST",
      description = "Images of clothes, 28x28 grey pixels, 10 classes: 42,000 to train on.")
  @interface Config {
    @AttributeDefinition(
        description =
            "The folder of its files; empty: where 'limbeck data path fashion-mnist' says")
    String path() default "";

    @AttributeDefinition(
        description = "What devices are judged by: 10,000 test images, or 6,000 for validation",
        options = {@Option(TEST), @Option(VALIDATION)})
    String judge() default TEST;
  }

  /** Is called by the component runtime. */
  @Activate
  public PrivateFashionMnist(Config config) {
    this(IdxSource.find(KnownDatasets.fashionMnist(), config.path()), config.judge());
  }

  PrivateFashionMnist(IdxSource source, String judge) {
    super(source, judge);
  }
}
