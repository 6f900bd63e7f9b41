package org.limbeck.engine.checkpoint;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Origin;

/**
 * The folder that holds the checkpoints of a run: the latest and the one before it, in case the
 * disk damages one. A checkpoint appears whole or not at all.
 */
public final class CheckpointFolder {
  private static final String PREFIX = "round-";
  private static final String SUFFIX = ".checkpoint";
  private static final int KEPT = 2;

  private final Path folder;

  /** Names a folder, which is made when the first checkpoint is. */
  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes a checkpoint, safe on the disk when this returns. */
  public void save(Checkpoint checkpoint) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(PREFIX + String.format("%012d", checkpoint.round()) + SUFFIX);
    Path temporary = folder.resolve("." + file.getFileName() + ".tmp");
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        CheckpointFormat.write(checkpoint, out);
        out.getFD().sync();
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    List<Path> files = files();
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.delete(old);
    }
  }

  /**
   * Reads the latest checkpoint that is sound.
   *
   * @throws InvalidInputException if there is none, saying what is wrong with each
   */
  public Checkpoint latest() {
    List<String> faults = new ArrayList<>();
    try {
      for (Path file : files()) {
        try {
          return CheckpointFormat.read(file);
        } catch (IOException e) {
          faults.add(file.getFileName() + ": " + e.getMessage());
        }
      }
    } catch (IOException e) {
      faults.add(e.toString());
    }
    throw new InvalidInputException(
        new Origin(folder.toString(), 0, ""),
        faults.isEmpty()
            ? "there is no checkpoint to go on from"
            : "no checkpoint can be used: " + String.join("; ", faults));
  }

  /** Returns the path of the folder. */
  @Override
  public String toString() {
    return folder.toString();
  }

  /** Returns the checkpoints, the latest first. */
  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(PREFIX))
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList();
    }
  }
}
