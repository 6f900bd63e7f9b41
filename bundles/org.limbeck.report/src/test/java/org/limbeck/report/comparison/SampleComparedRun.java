package org.limbeck.report.comparison;

import java.util.List;
import org.limbeck.report.ConvergenceFigures;
import org.limbeck.report.Summary;
import org.limbeck.report.SummaryAccuracy;
import org.limbeck.report.SummaryBytes;
import org.limbeck.report.SummaryClassification;
import org.limbeck.report.SummarySetup;
import org.limbeck.report.Timing;

/** A run that never was. */
final class SampleComparedRun {
  private SampleComparedRun() {}

  static ComparedRun of(
      String label, long seed, double accuracy, long bytes, List<CurvePoint> curve) {
    Summary summary =
        new Summary(
            new SummarySetup(
                "codecs", seed, "fedavg", "ring", "tracking-mean", "uniform", "float32", null, 10),
            null,
            List.of(),
            List.of(),
            new SummaryAccuracy(accuracy, accuracy - 0.01, null),
            SummaryClassification.NONE,
            new SummaryBytes(bytes, bytes + 10, null, 2 * bytes, 2 * bytes, null),
            new ConvergenceFigures(null, null, null),
            List.of(),
            List.of(),
            new Timing(3, null, List.of(0.5, 1.5, 3.0), List.of(), "2025-01-01T00:00:00Z", 1));
    return new ComparedRun(label, label + "-" + seed, summary, curve);
  }
}
