package org.limbeck.architectures.external;

import java.util.List;
import java.util.SplittableRandom;
import org.limbeck.api.Shape;

/**
 * Stands for Limbeck in tests that kill it: starts a program, and waits for the end of its input.
 */
public final class HostProgram {

  private HostProgram() {}

  /**
   * Starts a program, says so, and waits.
   *
   * @param command the program and its arguments
   */
  public static void main(String[] command) throws Exception {
    try (ExternalArchitecture architecture = new ExternalArchitecture(List.of(command), 0, 60)) {
      architecture.create(new Shape(1, 1, 2), 2, new SplittableRandom(1));
      System.out.println("started");
      System.out.flush();
      System.in.read();
    }
  }
}
