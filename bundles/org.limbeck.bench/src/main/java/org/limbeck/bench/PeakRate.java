package org.limbeck.bench;

import java.util.OptionalDouble;

/** The most arithmetic that a thread can do on this machine. */
final class PeakRate {

  private PeakRate() {}

  /** Measures it in 10^9 operations per second; empty where Java offers no vectors. */
  static OptionalDouble measure() {
    try {
      Class.forName("jdk.incubator.vector.FloatVector", false, PeakRate.class.getClassLoader());
      return OptionalDouble.of(FmaPeak.gflops());
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return OptionalDouble.empty();
    }
  }
}
