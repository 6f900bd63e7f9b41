package org.limbeck.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a run has come, seen from outside: by the files in its folder.
 *
 * @param folder the run folder, whether it is there already or not
 */
public record RunProgress(Path folder) {

  /** Returns the folder of the checkpoints of the run itself. */
  public Path together() {
    return folder.resolve("checkpoint/together");
  }

  /** Returns the folder of the checkpoints of its baseline. */
  public Path alone() {
    return folder.resolve("checkpoint/alone");
  }

  /** Returns the folder of the checkpoints of a device on its own. */
  public Path device() {
    return folder.resolve("checkpoint/device");
  }

  /** Returns the round of the latest checkpoint in a folder; 0 if there is none. */
  public static long round(Path checkpoints) throws IOException {
    return checkpoints(checkpoints).stream()
        .mapToLong(file -> Long.parseLong(file.getFileName().toString().replaceAll("\\D", "")))
        .max()
        .orElse(0);
  }

  /** Returns the checkpoints in a folder, the latest first. */
  public static List<Path> checkpoints(Path checkpoints) throws IOException {
    return list(checkpoints).stream().filter(file -> !isHalfWritten(file)).toList();
  }

  /** Returns whether one is being written. */
  public static boolean isWriting(Path checkpoints) throws IOException {
    return list(checkpoints).stream().anyMatch(RunProgress::isHalfWritten);
  }

  private static boolean isHalfWritten(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
