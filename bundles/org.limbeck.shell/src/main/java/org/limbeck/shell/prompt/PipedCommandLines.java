package org.limbeck.shell.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines from a pipe or a file, in UTF-8, without a prompt. */
final class PipedCommandLines implements CommandLines {
  private final BufferedReader reader;
  private final PrintStream out;
  private final PrintStream err;

  PipedCommandLines(InputStream in, PrintStream out, PrintStream err) {
    this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
    this.err = err;
  }

  @Override
  public Optional<String> next(String prompt) throws IOException {
    return Optional.ofNullable(reader.readLine());
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public PrintStream err() {
    return err;
  }

  @Override
  public void onInterrupt(Runnable action) {
    // Nobody is there to press Ctrl-C; a signal ends the process.
  }

  @Override
  public void close() {
    out.flush();
    err.flush();
  }
}
