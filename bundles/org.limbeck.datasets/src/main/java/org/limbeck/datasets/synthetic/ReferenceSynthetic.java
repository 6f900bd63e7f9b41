package org.limbeck.datasets.synthetic;

import org.limbeck.api.Shape;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.referencedata.ReferenceDatasetPlugin;
import org.limbeck.datasets.synthetic.SyntheticImages.Use;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Unlabelled images around the prototypes of the private ones of the same seed and shape. */
@ReferenceDatasetPlugin(name = "synthetic")
@Designate(ocd = ReferenceSynthetic.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ReferenceSynthetic implements ReferenceDataset {

  @ObjectClassDefinition(
      name = "Synthetic images",
      description = "Grey images drawn at random around one prototype per class; for benchmarks.")
  @interface Config {
    @AttributeDefinition(description = "Images, 1 or more", min = "1")
    int rows() default 1_000;

    @AttributeDefinition(
        description = "Pixels from top to bottom, 1 to 1024",
        min = "1",
        max = "1024")
    int height() default 28;

    @AttributeDefinition(
        description = "Pixels from left to right, 1 to 1024",
        min = "1",
        max = "1024")
    int width() default 28;

    @AttributeDefinition(description = "Classes, 2 to 1000", min = "2", max = "1000")
    int classes() default 10;

    @AttributeDefinition(description = "The seed of the images")
    long seed() default 1;
  }

  private final Shape shape;
  private final SyntheticImages images;

  @Activate
  public ReferenceSynthetic(Config config) {
    this(
        new Shape(config.height(), config.width(), 1),
        config.classes(),
        config.rows(),
        config.seed());
  }

  ReferenceSynthetic(Shape shape, int classes, int rows, long seed) {
    this.shape = shape;
    this.images = new SyntheticImages(shape, classes, rows, seed, Use.REFERENCE);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int rows() {
    return images.rows();
  }

  @Override
  public void read(int row, float[] into, int offset) {
    images.read(row, into, offset);
  }
}
