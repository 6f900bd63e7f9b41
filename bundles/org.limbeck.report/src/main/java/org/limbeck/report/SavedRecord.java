package org.limbeck.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.report.format.JsonFormat;

/**
 * All that was recorded of a run, as {@code record.json} has it: what is needed to join the parts
 * of a run.
 *
 * @param together the run
 * @param alone the run of its baseline; null if there was none
 * @param threads how many threads worked on the devices
 * @param versions the versions of what took part, by name
 */
public record SavedRecord(
    RunRecord together, RunRecord alone, int threads, Map<String, String> versions) {
  /** The name of the file. */
  public static final String FILE = "record.json";

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if the run is missing
   */
  public SavedRecord {
    if (together == null || versions == null) {
      throw new IllegalArgumentException("a record has a run and versions");
    }
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /**
   * Reads {@code record.json}.
   *
   * @throws IOException if it cannot be read, or is something else
   */
  public static SavedRecord read(Path file) throws IOException {
    return JsonFormat.read(file, SavedRecord.class, "record of a run");
  }

  /** Writes {@code record.json}. */
  public void writeTo(RunFolder folder) throws IOException {
    folder.write(FILE, JsonFormat.pretty(this));
  }
}
