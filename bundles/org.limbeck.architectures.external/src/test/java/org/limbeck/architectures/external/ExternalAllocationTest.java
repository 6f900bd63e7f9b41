package org.limbeck.architectures.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

/** Once all rows are sent, steps and predictions allocate nothing. */
class ExternalAllocationTest {
  private static final int CALLS = 500;
  private static final int ROUNDS = 60;

  @Test
  void stepsAndPredictionsAllocateNothing() {
    try (ExternalArchitecture architecture =
            new ExternalArchitecture(TestProgram.command(), 0, 60);
        Model model = architecture.create(new Shape(2, 2, 2), 3, new SplittableRandom(1))) {
      Block own = rows(10, 8);
      Block reference = rows(20, 8);
      Block targets = rows(20, 3);
      Arrays.fill(targets.values(), 1f / 3);
      Lesson lesson = new Lesson(own, new int[10], reference, targets, DistillationLoss.SQUARED, 2);
      Block decisions = new Block(20, 3);
      Losses losses = new Losses();
      assertAllocatesNothing(
          () -> {
            model.step(lesson, 0.1f, losses);
            model.predict(reference, decisions);
          });
    }
  }

  private static Block rows(int count, int width) {
    SplittableRandom random = new SplittableRandom(count);
    Block rows = new Block(count, width);
    rows.rows(count);
    for (int i = 0; i < rows.values().length; i++) {
      rows.values()[i] = random.nextFloat();
    }
    for (int i = 0; i < count; i++) {
      rows.ids()[i] = i;
    }
    return rows;
  }

  @SuppressWarnings("deprecation") // Java 17 has no other name for Thread.getId
  private static void assertAllocatesNothing(Runnable call) {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemoryEnabled(),
        "this Java machine does not say what a thread allocates");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && bytes >= CALLS; round++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
    assertThat(bytes).as("bytes allocated by the last %d calls", CALLS).isLessThan(CALLS);
  }
}
