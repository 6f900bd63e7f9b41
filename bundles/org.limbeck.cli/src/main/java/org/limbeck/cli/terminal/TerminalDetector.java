package org.limbeck.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Finds out what the streams of this process are connected to. */
public final class TerminalDetector {
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;

  private final Map<String, String> environment;

  public TerminalDetector(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Returns the terminal of this process. */
  public Terminal detect() {
    boolean errInteractive = isTerminal(STANDARD_ERROR) && !isDumb();
    return new Terminal(
        System.in,
        writer(System.out, "stdout.encoding"),
        writer(System.err, "stderr.encoding"),
        colour(isTerminal(STANDARD_OUTPUT)),
        colour(errInteractive),
        errInteractive,
        errInteractive ? TerminalWidth.ofStandardError() : Terminal.USUAL_COLUMNS);
  }

  /** Returns whether colour may be written to a stream. */
  Ansi colour(boolean terminal) {
    boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return terminal && !unwanted && !isDumb() ? Ansi.ON : Ansi.OFF;
  }

  private boolean isDumb() {
    return "dumb".equals(environment.get("TERM"));
  }

  /** Asks {@code test}: Java itself cannot tell whether standard error is a terminal. */
  private static boolean isTerminal(int descriptor) {
    try {
      Process test =
          new ProcessBuilder("test", "-t", Integer.toString(descriptor))
              .redirectInput(Redirect.INHERIT)
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT)
              .start();
      return test.waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** In the C locale Java would write a question mark for every ρ. */
  private static PrintWriter writer(OutputStream stream, String property) {
    String name = System.getProperty(property, System.getProperty("native.encoding", "UTF-8"));
    Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    boolean ascii = charset.equals(StandardCharsets.US_ASCII);
    return new PrintWriter(stream, true, ascii ? StandardCharsets.UTF_8 : charset);
  }
}
