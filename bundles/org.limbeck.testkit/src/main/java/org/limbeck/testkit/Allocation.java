package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.function.Executable;

/** Measures what a call allocates, on a Java machine that can say so. */
final class Allocation {
  private static final int CALLS = 1000;
  static final long SMALL_BYTES = 512;

  private Allocation() {}

  /** Checks that a call makes no arrays; a few small objects, such as views, pass. */
  static void assertSmallPerCall(Executable call) {
    assertPerCall(SMALL_BYTES, call);
  }

  /** Checks that a call allocates fewer bytes than these. */
  static void assertPerCall(long most, Executable call) {
    Assumptions.assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemoryEnabled(),
        "this Java machine does not say what a thread allocates");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    repeat(call);
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    repeat(call);
    long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(bytes / CALLS).as("bytes allocated per call").isLessThan(most);
  }

  private static void repeat(Executable call) {
    for (int i = 0; i < CALLS; i++) {
      try {
        call.execute();
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }
}
