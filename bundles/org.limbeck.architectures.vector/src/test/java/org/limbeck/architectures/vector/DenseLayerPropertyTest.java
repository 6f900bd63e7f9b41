package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;

/** Networks of any size against the same in double precision. */
class DenseLayerPropertyTest {
  private static final Backend BACKEND = Backend.fastest();

  @Property(tries = 100)
  void gradientsAgreeWithFiniteDifferences(
      @ForAll Activation activation,
      @ForAll DistillationLoss loss,
      @ForAll @IntRange(min = 0, max = 3) int hiddenLayers,
      @ForAll @IntRange(min = 0, max = 4) int privateRows,
      @ForAll @IntRange(min = 0, max = 4) int referenceRows,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[] sizes = sizes(hiddenLayers, random);
    VectorNetworkModel network = network(sizes, activation, random);
    Lesson lesson =
        RandomLessons.random(privateRows, referenceRows, sizes[0], last(sizes), loss, random);
    PreciseNetwork precise = new PreciseNetwork(activation, weights(network), sizes);
    float[] gradient = new float[network.parameters()];

    network.gradient(lesson, gradient);

    precise.objective(lesson);
    Assume.that(activation == Activation.TANH || precise.nearestKink() > 1e-4);
    for (int i = 0; i < gradient.length; i++) {
      assertThat((double) gradient[i])
          .as("derivative by weight %d", i)
          .isCloseTo(precise.difference(lesson, i), within(1e-5));
    }
  }

  @Property(tries = 100)
  void predictionsAgreeWithTheFormulas(
      @ForAll Activation activation,
      @ForAll @IntRange(min = 0, max = 3) int hiddenLayers,
      @ForAll @IntRange(min = 0, max = 9) int rows,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[] sizes = sizes(hiddenLayers, random);
    VectorNetworkModel network = network(sizes, activation, random);
    PreciseNetwork precise = new PreciseNetwork(activation, weights(network), sizes);
    Block inputs = RandomLessons.block(rows, sizes[0], random);
    Block decisions = new Block(rows, last(sizes));

    network.predict(inputs, decisions);

    for (int row = 0; row < rows; row++) {
      double[] expected = precise.decisions(inputs, row);
      for (int k = 0; k < expected.length; k++) {
        assertThat((double) decisions.values()[row * expected.length + k])
            .as("class %d of row %d", k, row)
            .isCloseTo(expected[k], within(2e-6));
      }
    }
  }

  /** Makes a network with biases that are not 0. */
  private static VectorNetworkModel network(int[] sizes, Activation activation, Random random) {
    VectorNetworkModel network =
        new VectorNetworkModel(
            LayeredNetwork.dense(BACKEND.kernels(), activation, sizes),
            BACKEND,
            TrainingOptions.PLAIN,
            random);
    float[] weights = weights(network);
    for (int i = 0; i < weights.length; i++) {
      weights[i] += 0.2f * (random.nextFloat() - 0.5f);
    }
    network.set(weights);
    return network;
  }

  private static float[] weights(VectorNetworkModel network) {
    float[] weights = new float[network.count()];
    network.get(weights);
    return weights;
  }

  private static int[] sizes(int hiddenLayers, Random random) {
    return IntStream.concat(
            random.ints(hiddenLayers + 1, 1, 7), IntStream.of(2 + random.nextInt(4)))
        .toArray();
  }

  private static int last(int[] sizes) {
    return sizes[sizes.length - 1];
  }
}
