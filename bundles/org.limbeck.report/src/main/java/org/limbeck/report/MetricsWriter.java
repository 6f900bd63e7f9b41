package org.limbeck.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes {@code metrics.csv}: a header, and a row per device and evaluation, each evaluation as it
 * happens. Bytes are those since the run began; figures that do not exist are empty. A sink for
 * {@link RunRecorder}.
 */
public final class MetricsWriter implements Consumer<Evaluation>, Closeable {
  /** The name of the file. */
  public static final String FILE = "metrics.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "round",
              "device",
              "architecture",
              "testAccuracy",
              "localLoss",
              "distillationLoss",
              "payloadBytesSent",
              "payloadBytesReceived",
              "frameBytesSent",
              "frameBytesReceived",
              "disagreement",
              "trackingError",
              "stationarity")
          .get();

  private final CSVPrinter printer;

  private MetricsWriter(CSVPrinter printer) {
    this.printer = printer;
  }

  /** Begins the file in a run folder. */
  public static MetricsWriter open(RunFolder folder) throws IOException {
    return new MetricsWriter(new CSVPrinter(folder.open(FILE), FORMAT));
  }

  /**
   * Writes the rows of an evaluation.
   *
   * @throws UncheckedIOException if they cannot be written
   */
  @Override
  public void accept(Evaluation evaluation) {
    try {
      for (DeviceMetrics device : evaluation.devices()) {
        print(evaluation.round(), device);
      }
      printer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }

  private void print(long round, DeviceMetrics device) throws IOException {
    printer.printRecord(
        round,
        device.device(),
        device.architecture(),
        Figures.orNull(device.testAccuracy()),
        Figures.orNull(device.localLoss()),
        Figures.orNull(device.distillationLoss()),
        device.sent().payloadBytes(),
        device.received().payloadBytes(),
        device.sent().frameBytes(),
        device.received().frameBytes(),
        Figures.orNull(device.disagreement()),
        Figures.orNull(device.trackingError()),
        Figures.orNull(device.stationarity()));
  }
}
