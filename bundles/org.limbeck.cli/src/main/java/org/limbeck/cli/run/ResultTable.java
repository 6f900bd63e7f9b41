package org.limbeck.cli.run;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limbeck.cli.terminal.ByteCount;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.report.DeviceProfile;
import org.limbeck.report.DeviceSummary;
import org.limbeck.report.Summary;
import picocli.CommandLine.Help.Ansi;

/** The outcome of a run, a row per device and their mean. */
final class ResultTable {
  private final Ansi ansi;
  private final String baseline;

  /**
   * Makes a table.
   *
   * @param baseline what to call the accuracy of the baseline
   */
  ResultTable(Ansi ansi, String baseline) {
    this.ansi = ansi;
    this.baseline = baseline;
  }

  void print(Summary summary, PrintWriter out) {
    boolean compared = summary.accuracy().meanTestAccuracyAlone() != null;
    TextTable table = new TextTable(ansi, 2);
    table.row(
        compared
            ? List.of("device", "architecture", baseline, "together", "gain", "sent")
            : List.of("device", "architecture", "accuracy", "sent"));
    for (DeviceSummary device : summary.devices()) {
      table.row(
          row(
              device.profile().id(),
              kind(device.profile()),
              compared,
              device.accuracy().testAccuracyAlone(),
              device.accuracy().testAccuracy(),
              device.bytes().bytesSent()));
    }
    table.row(
        row(
            summary.devices().stream().anyMatch(device -> device.profile().lies())
                ? "mean of honest"
                : "mean",
            "",
            compared,
            summary.accuracy().meanTestAccuracyAlone(),
            summary.accuracy().meanTestAccuracy(),
            summary.bytes().bytesSentPerDevice()));
    table.print(out);
  }

  private static String kind(DeviceProfile device) {
    return device.lies()
        ? device.architecture() + ", lies: " + device.adversary()
        : device.architecture();
  }

  private static List<String> row(
      String device, String architecture, boolean compared, Double alone, Double now, long sent) {
    List<String> cells = new ArrayList<>(List.of(device, architecture));
    if (compared) {
      cells.add(percent(alone));
    }
    cells.add(percent(now));
    if (compared) {
      cells.add(gain(alone, now));
    }
    cells.add(ByteCount.readable(sent));
    return cells;
  }

  private static String percent(Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String gain(Double alone, Double now) {
    return alone == null || now == null
        ? "-"
        : String.format(Locale.ROOT, "%+.1f", 100 * (now - alone));
  }
}
