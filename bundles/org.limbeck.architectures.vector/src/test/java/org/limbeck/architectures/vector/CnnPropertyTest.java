package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;

/** Convolutional networks of any size against the same in double precision. */
class CnnPropertyTest {
  private static final int CLASSES = 3;

  @Property(tries = 60)
  void gradientsAgreeWithFiniteDifferences(
      @ForAll Activation activation,
      @ForAll Padding padding,
      @ForAll DistillationLoss loss,
      @ForAll @IntRange(min = 1, max = 4) int kernel,
      @ForAll @IntRange(min = 1, max = 2) int convolutions,
      @ForAll long seed) {
    Random random = new Random(seed);
    Example example = new Example(activation, padding, kernel, convolutions, random);
    int features = example.shape.features();
    Lesson lesson = RandomLessons.random(2, 1, features, CLASSES, loss, random);
    float[] gradient = new float[example.model.parameters()];

    example.model.gradient(lesson, gradient);

    example.precise.objective(lesson);
    Assume.that(example.precise.nearestKink() > 1e-4);
    for (int i = 0; i < gradient.length; i++) {
      assertThat((double) gradient[i])
          .as("derivative by weight %d", i)
          .isCloseTo(example.precise.difference(lesson, i), within(2e-5));
    }
  }

  @Property(tries = 100)
  void predictionsAgreeWithTheFormulas(
      @ForAll Activation activation,
      @ForAll Padding padding,
      @ForAll @IntRange(min = 1, max = 5) int kernel,
      @ForAll @IntRange(min = 0, max = 2) int convolutions,
      @ForAll @IntRange(min = 0, max = 4) int rows,
      @ForAll long seed) {
    Random random = new Random(seed);
    Example example = new Example(activation, padding, kernel, convolutions, random);
    Block inputs = RandomLessons.block(rows, example.shape.features(), random);
    Block decisions = new Block(rows, CLASSES);

    example.model.predict(inputs, decisions);

    for (int row = 0; row < rows; row++) {
      double[] expected = example.precise.decisions(inputs, row);
      for (int k = 0; k < CLASSES; k++) {
        assertThat((double) decisions.values()[row * CLASSES + k])
            .as("class %d of row %d", k, row)
            .isCloseTo(expected[k], within(3e-6));
      }
    }
  }

  /** A network of random size with biases that are not 0. */
  private static final class Example {
    final Shape shape;
    final VectorNetworkModel model;
    final PreciseCnn precise;

    Example(Activation activation, Padding padding, int kernel, int convolutions, Random random) {
      int side = ((kernel + 1) << convolutions) + (kernel - 1) * (convolutions - 1);
      shape = new Shape(side + random.nextInt(3), side + random.nextInt(3), 1 + random.nextInt(3));
      int[] filters = random.ints(convolutions, 1, 5).toArray();
      int dense = 1 + random.nextInt(6);
      Cnn cnn =
          new Cnn(
              filters,
              kernel,
              padding,
              dense,
              activation,
              TrainingOptions.PLAIN,
              Backend.fastest());
      model = (VectorNetworkModel) cnn.create(shape, CLASSES, random);
      float[] weights = new float[model.count()];
      model.get(weights);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += 0.2f * (random.nextFloat() - 0.5f);
      }
      model.set(weights);
      precise =
          new PreciseCnn(shape, filters, kernel, padding, dense, CLASSES, activation, weights);
    }
  }
}
