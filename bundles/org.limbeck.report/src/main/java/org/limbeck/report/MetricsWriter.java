package org.limbeck.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes {@code metrics.csv}: a header, and a row per device and evaluation, each evaluation as it
 * happens. Bytes are those since the run began; figures that do not exist are empty. An adversary's
 * row has the name of its attack. The last column says what has changed for the device since the
 * evaluation before, such as {@code 12 topology: ring -> complete}, parted by semicolons; a device
 * that has left has one more row, with nothing but that change. A sink for {@link RunRecorder}.
 */
public final class MetricsWriter implements Consumer<Evaluation>, Closeable {
  /** The name of the file. */
  public static final String FILE = "metrics.csv";

  private static final String LEAVE = "leave";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(MetricsColumn.ALL.stream().map(MetricsColumn::name).toArray(String[]::new))
          .get();

  private final RunFolder folder;
  private CSVPrinter printer;

  /** Makes a writer that begins the file anew, with the first evaluation. */
  public MetricsWriter(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes the rows of an evaluation.
   *
   * @throws UncheckedIOException if they cannot be written
   */
  @Override
  public void accept(Evaluation evaluation) {
    try {
      if (printer == null) {
        printer = new CSVPrinter(folder.open(FILE), FORMAT);
      }
      for (DeviceMetrics device : evaluation.devices()) {
        print(evaluation, device.device(), device);
      }
      for (String device : absent(evaluation)) {
        print(evaluation, device, null);
      }
      printer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.unwritable(FILE, e));
    }
  }

  @Override
  public void close() throws IOException {
    if (printer != null) {
      printer.close();
    }
  }

  /** Returns the devices that have left and are not back. */
  private static List<String> absent(Evaluation evaluation) {
    Set<String> absent = new TreeSet<>();
    evaluation.changes().stream()
        .map(DatedChange::change)
        .filter(change -> change.kind().equals(LEAVE))
        .forEach(change -> absent.addAll(change.devices()));
    evaluation.devices().forEach(device -> absent.remove(device.device()));
    return List.copyOf(absent);
  }

  private void print(Evaluation evaluation, String device, DeviceMetrics metrics)
      throws IOException {
    MetricsRow row =
        new MetricsRow(evaluation.round(), device, metrics, changes(evaluation, device));
    printer.printRecord(MetricsColumn.ALL.stream().map(column -> column.value().apply(row)));
  }

  private static String changes(Evaluation evaluation, String device) {
    return evaluation.changes().stream()
        .filter(change -> change.concerns(device))
        .map(DatedChange::text)
        .collect(Collectors.joining("; "));
  }
}
