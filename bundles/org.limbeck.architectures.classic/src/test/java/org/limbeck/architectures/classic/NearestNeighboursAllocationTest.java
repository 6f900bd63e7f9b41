package org.limbeck.architectures.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

/** Once it has seen all rows and its loops are compiled, a model allocates nothing. */
class NearestNeighboursAllocationTest {
  private static final int CALLS = 1000;
  private static final int ROUNDS = 300;

  @Test
  void stepsAndPredictionsAllocateNothing() {
    SplittableRandom random = new SplittableRandom(1);
    Block own = ClusterLessons.rows(0, 8, ClusterLessons.grid(80, random));
    Block reference = ClusterLessons.rows(0, 8, ClusterLessons.grid(160, random));
    Block unseen = ClusterLessons.rows(500, 8, ClusterLessons.grid(80, random));
    Block targets = ClusterLessons.rows(0, 3, ClusterLessons.decisions(20, 3, random));
    int[] labels = random.ints(10, 0, 3).toArray();
    Lesson lesson = new Lesson(own, labels, reference, targets, DistillationLoss.SQUARED, 2);
    Block decisions = new Block(20, 3);
    Losses losses = new Losses();
    Model model = new NearestNeighbours(5, 0.05f).create(new Shape(2, 4, 1), 3, random);
    assertAllocatesNothing(
        () -> {
          model.step(lesson, 0.1f, losses);
          model.predict(reference, decisions);
          model.predict(unseen, decisions);
        });
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
