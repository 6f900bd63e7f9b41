package org.limbeck.observers;

import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.limbeck.api.Stateful;
import org.limbeck.api.protection.PrivateFiles;

/**
 * The folder of a run in MLflow's <a
 * href="https://github.com/mlflow/mlflow/blob/master/mlflow/store/tracking/file_store.py">file
 * store</a>: a file per metric, with a line {@code milliseconds value step} for each value, a file
 * per parameter and per tag. The lines of metrics go on after a break.
 */
final class MlflowRun implements Closeable, Stateful {
  private static final String METRICS = "metrics";
  private static final List<String> FOLDERS = List.of(METRICS, "params", "tags", "artifacts");

  private final Path folder;
  private final Map<String, ContinuedFile> metrics = new LinkedHashMap<>();

  /** Makes a run, of which nothing is read or written yet. */
  MlflowRun(Path folder) {
    this.folder = folder;
  }

  /** Deletes what is there of it. */
  void clear() throws IOException {
    if (Files.exists(folder)) {
      List<Path> all;
      try (Stream<Path> paths = Files.walk(folder)) {
        all = paths.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.delete(path);
      }
    }
  }

  /** Makes the folders, and cuts off what is behind the checkpoint, if there is one. */
  void begin() throws IOException {
    for (String name : FOLDERS) {
      PrivateFiles.createFolders(folder.resolve(name));
    }
    for (ContinuedFile file : metrics.values()) {
      file.truncate();
    }
  }

  /** Writes what describes the run. */
  void describe(String meta) throws IOException {
    write(folder.resolve("meta.yaml"), meta);
  }

  /** Writes a parameter. */
  void parameter(String name, String value) throws IOException {
    write(folder.resolve("params").resolve(name), value);
  }

  /** Writes a tag. */
  void tag(String name, String value) throws IOException {
    write(folder.resolve("tags").resolve(name), value);
  }

  /** Appends a value of a metric. */
  void append(String metric, long millis, double value, long step) throws IOException {
    ContinuedFile file = metrics.get(metric);
    if (file == null) {
      file = open(metric);
      file.truncate();
    }
    String line = millis + " " + value + " " + step + "\n";
    file.append(line.getBytes(StandardCharsets.US_ASCII));
  }

  /** A checkpoint must not know more than the disk does. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(metrics.size());
    for (Map.Entry<String, ContinuedFile> metric : metrics.entrySet()) {
      metric.getValue().force();
      out.writeUTF(metric.getKey());
      out.writeLong(metric.getValue().end());
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int count = in.readInt();
    for (int n = 0; n < count; n++) {
      open(in.readUTF()).continueAt(in.readLong());
    }
  }

  @Override
  public void close() throws IOException {
    for (ContinuedFile file : metrics.values()) {
      file.close();
    }
  }

  /** Replaces a file, which is whole at any time, also where several runs replace it at once. */
  static void write(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling("." + UUID.randomUUID());
    try {
      try (OutputStream out = PrivateFiles.newOutputStream(temporary)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private ContinuedFile open(String metric) throws IOException {
    Path path = folder.resolve(METRICS).resolve(metric);
    PrivateFiles.createFolders(path.getParent());
    ContinuedFile file = ContinuedFile.open(path);
    metrics.put(metric, file);
    return file;
  }
}
