package org.limbeck.datasets.synthetic;

import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.privatedata.PrivateDatasetPlugin;
import org.limbeck.datasets.synthetic.SyntheticImages.Use;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Images drawn at random, of any size and number: to measure speed and memory with. */
@PrivateDatasetPlugin(name = "synthetic")
@Designate(ocd = PrivateSynthetic.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class PrivateSynthetic implements PrivateDataset {

  @ObjectClassDefinition(
      name = "Synthetic images",
      description = "Grey images drawn at random around one prototype per class; for benchmarks.")
  @interface Config {
    @AttributeDefinition(description = "Images to train on, 1 or more", min = "1")
    int rows() default 10_000;

    @AttributeDefinition(description = "Images to test on, 1 or more", min = "1")
    int test() default 1_000;

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
  private final int classes;
  private final LabelledRows training;
  private final LabelledRows test;

  @Activate
  public PrivateSynthetic(Config config) {
    this(
        new Shape(config.height(), config.width(), 1),
        config.classes(),
        config.rows(),
        config.test(),
        config.seed());
  }

  PrivateSynthetic(Shape shape, int classes, int rows, int test, long seed) {
    this.shape = shape;
    this.classes = classes;
    this.training = new SyntheticImages(shape, classes, rows, seed, Use.TRAINING);
    this.test = new SyntheticImages(shape, classes, test, seed, Use.TEST);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public LabelledRows training() {
    return training;
  }

  @Override
  public LabelledRows test() {
    return test;
  }
}
