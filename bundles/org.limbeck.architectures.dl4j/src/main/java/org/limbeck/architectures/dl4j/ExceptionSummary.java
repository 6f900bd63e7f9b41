package org.limbeck.architectures.dl4j;

/** What an exception of DL4J says, in one line. */
final class ExceptionSummary {
  private static final int LONGEST = 200;

  private ExceptionSummary() {}

  /** Returns what is said of a network for which there is not enough memory. */
  static String ofLackOfMemory(Error e) {
    return e instanceof StackOverflowError
        ? "is nested too deep"
        : "needs more memory than this process may have: " + of(e);
  }

  static String of(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.lines().findFirst().orElse(message).strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
