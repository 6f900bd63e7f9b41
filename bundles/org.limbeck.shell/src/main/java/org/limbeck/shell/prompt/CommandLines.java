package org.limbeck.shell.prompt;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Where command lines come from, and where the answers go. */
interface CommandLines extends Closeable {

  /**
   * Returns the next line, after showing a prompt if a person is there; empty at the end. A line
   * that was given up is returned as a blank one.
   *
   * @throws IOException if the lines cannot be read
   */
  Optional<String> next(String prompt) throws IOException;

  /** Returns the stream for answers. */
  PrintStream out();

  /** Returns the stream for messages about what went wrong. */
  PrintStream err();

  /** Calls back when the person gives up the command that is being carried out: Ctrl-C. */
  void onInterrupt(Runnable action);
}
