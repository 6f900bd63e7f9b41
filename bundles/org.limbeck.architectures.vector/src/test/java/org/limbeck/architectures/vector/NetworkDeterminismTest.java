package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Weights;

/** The same bits alone and on several threads, and however far the JIT compiler has come. */
class NetworkDeterminismTest {

  @ParameterizedTest
  @EnumSource
  void trainingGivesTheSameBitsOnAnyThread(Activation activation) throws Exception {
    float[] alone = train(activation);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Callable<float[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        tasks.add(() -> train(activation));
      }
      for (Future<float[]> together : pool.invokeAll(tasks)) {
        assertThat(together.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static float[] train(Activation activation) {
    Model model =
        new Mlp(new int[] {16}, activation).create(new Shape(1, 1, 24), 4, new SplittableRandom(3));
    Random random = new Random(4);
    Losses losses = new Losses();
    for (int step = 0; step < 500; step++) {
      Lesson lesson =
          RandomLessons.random(5 + step % 3, 9, 24, 4, DistillationLoss.CROSS_ENTROPY, random);
      model.step(lesson, 0.05f, losses);
    }
    float[] weights = new float[model.parameters() + 1];
    model.capability(Weights.class).orElseThrow().get(weights);
    weights[model.parameters()] = (float) losses.local();
    return weights;
  }
}
