package org.limbeck.architectures.external;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * A process that ends another one as soon as Limbeck has ended, however that came about: the pipe
 * that it reads ends then. No signal that is meant for Limbeck ends it before.
 */
final class Guard implements AutoCloseable {
  private static final String SCRIPT =
      "trap '' INT QUIT TERM HUP; read -r line || kill -9 \"$1\" 2>/dev/null";

  private final Process process;

  private Guard(Process process) {
    this.process = process;
  }

  /** Starts a guard of a process. */
  static Guard of(Process guarded) throws IOException {
    return new Guard(
        new ProcessBuilder("/bin/sh", "-c", SCRIPT, "limbeck-guard", Long.toString(guarded.pid()))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start());
  }

  /** Tells the guard that there is nothing to guard any more, which ends it. */
  @Override
  public void close() {
    try (OutputStream line = process.getOutputStream()) {
      line.write("ended\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // It has ended before.
    }
  }
}
