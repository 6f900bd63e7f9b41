package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.GaussianMechanism;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.PrivateSteps;

/**
 * Once it has seen its largest batch and its kernels are compiled, a model allocates nothing to
 * learn and to predict.
 */
class NetworkAllocationTest {
  private static final int CALLS = 1000;

  /** So many times {@link #CALLS} may pass until all is compiled, even on a busy machine. */
  private static final int ROUNDS = 300;

  /** Less than a byte per call: any object takes more. */
  private static final long NOTHING = CALLS;

  @ParameterizedTest
  @MethodSource("architectures")
  void stepsAllocateNothing(Architecture architecture) {
    Random random = new Random(1);
    Lesson large = RandomLessons.random(10, 20, 12, 3, DistillationLoss.SQUARED, random);
    Lesson small = RandomLessons.random(3, 5, 12, 3, DistillationLoss.CROSS_ENTROPY, random);
    Model model = create(architecture);
    Losses losses = new Losses();
    assertAllocatesNothing(
        () -> {
          model.step(large, 0.01f, losses);
          model.step(small, 0.01f, losses);
        });
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void privateStepsAllocateNothing(Architecture architecture) {
    Lesson lesson = RandomLessons.random(10, 20, 12, 3, DistillationLoss.SQUARED, new Random(1));
    PrivateSteps model = (PrivateSteps) create(architecture);
    GaussianMechanism mechanism = new GaussianMechanism(0.1f, 0.01f, 10);
    RandomGenerator noise = new SplittableRandom(1);
    Losses losses = new Losses();
    assertAllocatesNothing(() -> model.privateStep(lesson, 0.01f, mechanism, noise, losses));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void predictionsAllocateNothing(Architecture architecture) {
    Model model = create(architecture);
    Block large = RandomLessons.block(40, 12, new Random(1));
    Block small = RandomLessons.block(3, 12, new Random(1));
    Block decisions = new Block(40, 3);
    assertAllocatesNothing(
        () -> {
          model.predict(large, decisions);
          model.predict(small, decisions);
        });
  }

  static Stream<Named<Architecture>> architectures() {
    return Stream.of(
        Named.of("softmax", new Softmax()),
        Named.of("mlp with tanh", new Mlp(new int[] {8}, Activation.TANH)),
        Named.of("mlp with relu", new Mlp(new int[] {8, 5}, Activation.RELU)),
        Named.of(
            "cnn",
            new Cnn(
                new int[] {3},
                2,
                Padding.SAME,
                4,
                Activation.TANH,
                TrainingOptions.PLAIN,
                Backend.fastest())));
  }

  private static Model create(Architecture architecture) {
    return architecture.create(new Shape(3, 4, 1), 3, new SplittableRandom(1));
  }

  @SuppressWarnings("deprecation") // Java 17 has no other name for Thread.getId
  private static void assertAllocatesNothing(Runnable call) {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemoryEnabled(),
        "this Java machine does not say what a thread allocates");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && bytes >= NOTHING; round++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      repeat(call);
      bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
    assertThat(bytes).as("bytes allocated by the last %d calls", CALLS).isLessThan(NOTHING);
  }

  private static void repeat(Runnable call) {
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
  }
}
