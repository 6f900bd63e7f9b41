package org.limbeck.observers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.api.protection.PrivateFiles;

/**
 * MLflow's file store: a folder per experiment, with a folder per run, each with a {@code
 * meta.yaml}. The ids follow from the name of an experiment and from the place of a run, so that a
 * run that goes on is found again.
 *
 * @param folder the store, absolute
 * @param experiment the name of the experiment
 * @param place the folder in which Limbeck keeps the run, absolute
 */
record MlflowStore(Path folder, String experiment, Path place) {
  private static final int EXPERIMENT_ID_LENGTH = 18;
  private static final int RUN_ID_LENGTH = 32;
  private static final int LOCAL_SOURCE = 4;

  /** Returns the id of the experiment: digits, as those that MLflow makes. */
  String experimentId() {
    StringBuilder digits = new StringBuilder("1");
    for (byte b : digest(experiment)) {
      digits.append((b & 0xff) % 10);
    }
    return digits.substring(0, EXPERIMENT_ID_LENGTH);
  }

  /** Returns the id of the run: hexadecimal digits. */
  String runId() {
    return HexFormat.of().formatHex(digest(place.toString())).substring(0, RUN_ID_LENGTH);
  }

  /** Returns the name of the run. */
  String runName() {
    return String.valueOf(place.getFileName());
  }

  /** Returns the folder of the run. */
  Path run() {
    return folder.resolve(experimentId()).resolve(runId());
  }

  /** Makes the folder of the experiment, and says what it is, unless it is there. */
  void make(long millis) throws IOException {
    Path home = folder.resolve(experimentId());
    PrivateFiles.createFolders(home);
    Path meta = home.resolve("meta.yaml");
    if (Files.notExists(meta)) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("artifact_location", quoted(uri(home)));
      values.put("creation_time", String.valueOf(millis));
      values.put("experiment_id", quoted(experimentId()));
      values.put("last_update_time", String.valueOf(millis));
      values.put("lifecycle_stage", "active");
      values.put("name", quoted(experiment));
      MlflowRun.write(meta, yaml(values));
    }
  }

  /**
   * Returns what describes the run.
   *
   * @param start when it began, in milliseconds
   * @param end when it ended, in milliseconds; not looked at while it goes on
   */
  String describe(MlflowStatus status, long start, long end) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("artifact_uri", quoted(uri(run().resolve("artifacts"))));
    values.put("end_time", status == MlflowStatus.RUNNING ? "null" : String.valueOf(end));
    values.put("entry_point_name", quoted(""));
    values.put("experiment_id", quoted(experimentId()));
    values.put("lifecycle_stage", "active");
    values.put("run_id", quoted(runId()));
    values.put("run_name", quoted(runName()));
    values.put("run_uuid", quoted(runId()));
    values.put("source_name", quoted(""));
    values.put("source_type", String.valueOf(LOCAL_SOURCE));
    values.put("source_version", quoted(""));
    values.put("start_time", String.valueOf(start));
    values.put("status", String.valueOf(status.number()));
    values.put("tags", "[]");
    values.put("user_id", quoted(user()));
    return yaml(values);
  }

  /** Returns the name of who runs this. */
  static String user() {
    return System.getProperty("user.name");
  }

  private static String yaml(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + ": " + value.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String uri(Path path) {
    String uri = path.toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
