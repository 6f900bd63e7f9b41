package org.limbeck.cli.device;

import java.util.Locale;
import org.limbeck.cli.terminal.ByteCount;
import org.limbeck.cli.terminal.JsonOutput;
import org.limbeck.cli.terminal.ProgressText;
import org.limbeck.cli.terminal.Terminal;

/** Shows a person, or a log, what a device on its own does. */
final class DeviceScreen {
  private static final String CLEAR_LINE = "\r" + ProgressText.REST_OF_LINE;

  private final Terminal terminal;
  private final boolean quiet;
  private final boolean json;
  private boolean lineOpen;

  /**
   * Makes a screen.
   *
   * @param quiet whether progress is left out
   * @param json whether reports go to standard output
   */
  DeviceScreen(Terminal terminal, boolean quiet, boolean json) {
    this.terminal = terminal;
    this.quiet = quiet;
    this.json = json;
  }

  /** Says something that has happened. */
  void say(String line) {
    clear();
    terminal.err().println(line);
    terminal.err().flush();
  }

  /** Shows progress: in one line that changes on a screen, in a line each time elsewhere. */
  void show(DeviceReport report) {
    if (quiet) {
      return;
    }
    if (terminal.errInteractive()) {
      terminal.err().print(ProgressText.over(line(report), terminal.errColumns()));
      lineOpen = true;
    } else {
      terminal.err().println(line(report));
    }
    terminal.err().flush();
  }

  /** Writes a report for programs. */
  void record(DeviceReport report) {
    if (json) {
      terminal.out().println(JsonOutput.line(report));
      terminal.out().flush();
    }
  }

  private void clear() {
    if (lineOpen) {
      terminal.err().print(CLEAR_LINE);
      lineOpen = false;
    }
  }

  private static String line(DeviceReport report) {
    String accuracy =
        report.testAccuracy() == null
            ? ""
            : String.format(Locale.ROOT, "  accuracy %.2f", report.testAccuracy());
    return "round "
        + report.round()
        + accuracy
        + "  neighbours "
        + report.neighbours().size()
        + "  sent "
        + ByteCount.readable(report.bytesSent())
        + ", received "
        + ByteCount.readable(report.bytesReceived());
  }
}
