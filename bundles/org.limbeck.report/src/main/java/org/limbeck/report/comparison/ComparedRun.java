package org.limbeck.report.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.limbeck.report.MetricsWriter;
import org.limbeck.report.Summary;

/**
 * A run that has ended, among others.
 *
 * @param label what its experiment is called; the same for all its seeds
 * @param folder the name of its folder
 * @param summary its outcome
 * @param curve its evaluations in the order of rounds
 */
public record ComparedRun(String label, String folder, Summary summary, List<CurvePoint> curve) {

  /** Copies the curve. */
  public ComparedRun {
    curve = List.copyOf(curve);
  }

  /**
   * Reads the folder of a run that has ended.
   *
   * @throws IOException if its files cannot be read
   */
  public static ComparedRun read(String label, Path folder) throws IOException {
    Summary summary = Summary.read(folder.resolve(Summary.FILE));
    List<CurvePoint> curve =
        CurveReader.read(folder.resolve(MetricsWriter.FILE), summary.timing().evaluationSeconds());
    return new ComparedRun(label, String.valueOf(folder.getFileName()), summary, curve);
  }

  /** Returns the devices' mean test accuracy at the end; NaN if there was no evaluation. */
  double accuracy() {
    return orNaN(summary.accuracy().meanTestAccuracy());
  }

  /** Returns the worst device's test accuracy at the end; NaN if there was no evaluation. */
  double worst() {
    return orNaN(summary.accuracy().minTestAccuracy());
  }

  /** Returns the payload bytes sent per device. */
  double bytes() {
    return summary.bytes().bytesSentPerDevice();
  }

  /** Returns the bytes sent per device with the frames' headers. */
  double frameBytes() {
    return summary.bytes().frameBytesSentPerDevice();
  }

  /** Returns what transports put out per device; NaN if there is no wire. */
  double wireBytes() {
    return orNaN(summary.bytes().wireBytesSentPerDevice());
  }

  /** Returns the rounds completed. */
  double rounds() {
    return summary.setup().rounds();
  }

  /** Returns the seconds that it took. */
  double seconds() {
    return summary.timing().wallSeconds();
  }

  private static double orNaN(Number figure) {
    return figure == null ? Double.NaN : figure.doubleValue();
  }
}
