package org.limbeck.datasets.idx;

import java.nio.file.Path;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.referencedata.ReferenceDatasetPlugin;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDatasets;
import org.limbeck.datasets.rows.Fit;
import org.limbeck.datasets.rows.ReferenceImages;
import org.limbeck.datasets.rows.Unlabelled;
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
public final class ReferenceFashionMnist extends Unlabelled {

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
  public ReferenceFashionMnist(Config config) {
    this(
        DataFolders.ofThisMachine().require(KnownDatasets.fashionMnist(), config.path()),
        new ReferenceImages(
            config.rows(), config.classes(), new Fit(config.height(), config.width(), false)));
  }

  ReferenceFashionMnist(Path folder, ReferenceImages choice) {
    super(choice.of(IdxSource.likeMnist(folder).training()));
  }
}
