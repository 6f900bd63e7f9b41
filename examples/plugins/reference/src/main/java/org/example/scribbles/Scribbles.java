package org.example.scribbles;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.referencedata.ReferenceDatasetPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Random pen strokes: images to exchange soft decisions on where there are no public images of the
 * right sort. The same options give the same images on every device.
 */
@ReferenceDatasetPlugin(name = "scribbles")
@Designate(ocd = Scribbles.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Scribbles implements ReferenceDataset {

  @ObjectClassDefinition(
      name = "Scribbles",
      description = "Random pen strokes, for want of public images.")
  @interface Config {
    @AttributeDefinition(description = "How many images, 1 or more", min = "1")
    int rows() default 600;

    @AttributeDefinition(description = "Pixels from top to bottom, 2 or more", min = "2")
    int height() default 8;

    @AttributeDefinition(description = "Pixels from left to right, 2 or more", min = "2")
    int width() default 8;

    @AttributeDefinition(description = "Other seeds give other images")
    long seed() default 1;
  }

  private final Shape shape;
  private final float[][] images;

  @Activate
  public Scribbles(Config config) {
    this(config.rows(), config.height(), config.width(), config.seed());
  }

  /** Draws the images; the options are those of {@link Config}. */
  public Scribbles(int rows, int height, int width, long seed) {
    if (rows < 1 || height < 2 || width < 2) {
      throw new IllegalArgumentException(
          "no %d images of %dx%d pixels can be drawn".formatted(rows, height, width));
    }
    this.shape = new Shape(height, width, 1);
    this.images = new float[rows][shape.features()];
    SplittableRandom random = new SplittableRandom(seed);
    for (float[] image : images) {
      draw(image, random);
    }
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public int rows() {
    return images.length;
  }

  @Override
  public void read(int row, float[] into, int offset) {
    float[] image = images[row];
    System.arraycopy(image, 0, into, offset, image.length);
  }

  /** Moves a pen in half pixels, turning a little at each step, as far as three sides. */
  private void draw(float[] image, RandomGenerator random) {
    double bottom = shape.height() - 1.001;
    double right = shape.width() - 1.001;
    double y = random.nextDouble(bottom);
    double x = random.nextDouble(right);
    double direction = random.nextDouble(2 * Math.PI);
    for (int step = 0; step < 3 * (shape.height() + shape.width()); step++) {
      direction += 0.4 * random.nextGaussian();
      y = Math.min(Math.max(y + 0.5 * StrictMath.sin(direction), 0), bottom);
      x = Math.min(Math.max(x + 0.5 * StrictMath.cos(direction), 0), right);
      int at = (int) y * shape.width() + (int) x;
      ink(image, at, (1 - y % 1) * (1 - x % 1));
      ink(image, at + 1, (1 - y % 1) * (x % 1));
      ink(image, at + shape.width(), (y % 1) * (1 - x % 1));
      ink(image, at + shape.width() + 1, (y % 1) * (x % 1));
    }
  }

  private static void ink(float[] image, int at, double amount) {
    image[at] = (float) Math.min(image[at] + amount, 1);
  }
}
