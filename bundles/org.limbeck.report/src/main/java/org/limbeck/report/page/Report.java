package org.limbeck.report.page;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limbeck.report.MetricsWriter;
import org.limbeck.report.RunFolder;
import org.limbeck.report.RunRecord;
import org.limbeck.report.SavedRecord;
import org.limbeck.report.Summary;

/**
 * All that is told about a run that has ended.
 *
 * @param summary its outcome
 * @param together the run
 * @param alone the run of its baseline on the same devices, if there was one
 * @param description what the experiment shows; may be empty
 * @param experiment the resolved experiment as YAML
 * @param versions the versions of what took part, by name, in the order to show them in
 */
public record Report(
    Summary summary,
    RunRecord together,
    Optional<RunRecord> alone,
    String description,
    String experiment,
    Map<String, String> versions) {
  /** The name of the file for people. */
  public static final String PAGE_FILE = "report.html";

  private static final String NO_COLLABORATION = "local-only";

  /** Copies the map. */
  public Report {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /** Returns what was recorded, as {@code record.json} has it. */
  public SavedRecord saved() {
    return new SavedRecord(together, alone.orElse(null), summary.timing().threads(), versions);
  }

  /**
   * Writes {@code report.html}, of a part {@code record.json}, and then {@code summary.json}, which
   * tells that the run has ended.
   *
   * @see MetricsWriter
   */
  public void writeTo(RunFolder folder) throws IOException {
    folder.write(PAGE_FILE, new ReportPage().render(this));
    if (!together.part().isEmpty()) {
      saved().writeTo(folder);
    }
    folder.write(Summary.FILE, summary.toJson());
  }

  /**
   * Returns what to call a figure of the baseline: {@code alone} if nothing was exchanged in it.
   */
  String baselineLabel() {
    return alone
        .map(run -> run.start().plugins().get("algorithm"))
        .filter(algorithm -> !algorithm.equals(NO_COLLABORATION))
        .map(algorithm -> "with " + algorithm)
        .orElse("alone");
  }
}
