package org.limbeck.report.parts;

import java.io.IOException;
import org.limbeck.report.Evaluation;
import org.limbeck.report.MetricsWriter;
import org.limbeck.report.RunFolder;
import org.limbeck.report.page.Report;

/**
 * A run whose parts were joined, as a run folder.
 *
 * @param report what is told about it
 */
public record JoinedRun(Report report) {

  /** Writes what a run of one process leaves, but for models and checkpoints, and its record. */
  public void writeTo(RunFolder folder) throws IOException {
    folder.write(RunFolder.EXPERIMENT_FILE, report.experiment());
    try (MetricsWriter metrics = new MetricsWriter(folder)) {
      for (Evaluation evaluation : report.together().evaluations()) {
        metrics.accept(evaluation);
      }
    }
    report.saved().writeTo(folder);
    report.writeTo(folder);
  }
}
