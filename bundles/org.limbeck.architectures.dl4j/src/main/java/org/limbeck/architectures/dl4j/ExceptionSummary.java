package org.limbeck.architectures.dl4j;

/** What an exception of DL4J says, in one line. */
final class ExceptionSummary {
  private static final int LONGEST = 200;

  private ExceptionSummary() {}

  static String of(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.lines().findFirst().orElse(message).strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
