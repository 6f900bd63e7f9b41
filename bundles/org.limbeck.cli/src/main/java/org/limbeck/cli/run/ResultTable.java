package org.limbeck.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limbeck.cli.terminal.ByteCount;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.report.DeviceProfile;
import org.limbeck.report.DeviceSummary;
import org.limbeck.report.Summary;

/** The outcome of a run, a row per device and their mean. */
final class ResultTable {
  private final Summary summary;

  ResultTable(Summary summary) {
    this.summary = summary;
  }

  /**
   * Writes the table to standard output.
   *
   * @param baseline what to call the accuracy of the baseline
   */
  void print(String baseline, Terminal terminal) {
    boolean compared = summary.accuracy().meanTestAccuracyAlone() != null;
    TextTable<Row> table =
        new TextTable<Row>(2)
            .column("device", Row::device)
            .column("architecture", Row::architecture);
    if (compared) {
      table.column(baseline, row -> percent(row.alone()));
    }
    table.column(compared ? "together" : "accuracy", row -> percent(row.now()));
    if (compared) {
      table.column("gain", Row::gain);
    }
    table.column("sent", row -> ByteCount.readable(row.sent())).print(rows(), terminal);
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    summary.devices().forEach(device -> rows.add(Row.of(device)));
    boolean adversaries = summary.devices().stream().anyMatch(device -> device.profile().lies());
    rows.add(
        new Row(
            adversaries ? "mean of honest" : "mean",
            "",
            summary.accuracy().meanTestAccuracyAlone(),
            summary.accuracy().meanTestAccuracy(),
            summary.bytes().bytesSentPerDevice()));
    return rows;
  }

  private static String percent(Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** What a row says of a device, or of their mean. */
  private record Row(String device, String architecture, Double alone, Double now, long sent) {
    static Row of(DeviceSummary device) {
      DeviceProfile profile = device.profile();
      return new Row(
          profile.id(),
          profile.architecture() + (profile.lies() ? ", lies: " + profile.adversary() : ""),
          device.accuracy().testAccuracyAlone(),
          device.accuracy().testAccuracy(),
          device.bytes().bytesSent());
    }

    String gain() {
      return alone == null || now == null
          ? "-"
          : String.format(Locale.ROOT, "%+.1f", 100 * (now - alone));
    }
  }
}
