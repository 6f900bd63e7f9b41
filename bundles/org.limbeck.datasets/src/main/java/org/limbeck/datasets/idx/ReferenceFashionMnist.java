package org.limbeck.datasets.idx;

import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.referencedata.ReferenceDatasetPlugin;
import org.limbeck.datasets.catalog.KnownDatasets;
import org.limbeck.datasets.rows.ReferenceImages;
import org.limbeck.datasets.rows.SplitReferenceDataset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Images of Fashion-MNIST without labels, none of them among the private ones. */
@ReferenceDatasetPlugin(name = "fashion-mnist")
@Designate(ocd = ReferenceFashionMnist.Config.class, factory = true)
@Component(service = ReferenceDataset.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceFashionMnist extends SplitReferenceDataset {

  @ObjectClassDefinition(
      name = "Fashion-MNIST",
      description = "Images of clothes without labels, 28x28 grey pixels, none of them private.")
  @interface Config {
    @AttributeDefinition(
        description =
            "The folder of its files; empty: where 'limbeck data path fashion-mnist' says")
    String path() default "";

    @AttributeDefinition(description = "Images, 1 to 12000", min = "1", max = "12000")
    int rows() default 2_000;

    @AttributeDefinition(
        description = "The classes to take images from, 0 to 9 each; empty: all",
        min = "0",
        max = "9",
        required = false)
    int[] classes() default {};

    @AttributeDefinition(description = HEIGHT, min = "0", max = MOST_PIXELS)
    int height() default 0;

    @AttributeDefinition(description = WIDTH, min = "0", max = MOST_PIXELS)
    int width() default 0;
  }

  /** Is called by the component runtime. */
  @Activate
  public ReferenceFashionMnist(Config config) {
    this(
        IdxSource.find(KnownDatasets.fashionMnist(), config.path()),
        new ReferenceImages(
            config.rows(), config.classes(), config.height(), config.width(), false));
  }

  ReferenceFashionMnist(IdxSource source, ReferenceImages choice) {
    super(source, choice);
  }
}
