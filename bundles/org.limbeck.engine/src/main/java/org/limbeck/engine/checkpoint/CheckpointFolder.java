package org.limbeck.engine.checkpoint;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.limbeck.api.protection.PrivateFiles;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * The folder that holds the checkpoints of a run: the latest and the one before it, in case the
 * disk damages one, and those that other parts of the run may need. A checkpoint appears whole or
 * not at all, and is its owner's only, as is the folder.
 */
public final class CheckpointFolder {
  private static final String PREFIX = "round-";
  private static final String SUFFIX = ".checkpoint";
  private static final int KEPT = 2;
  private static final int MOST = 64;

  private static final Pattern NAME = Pattern.compile("round-(\\d{12,18})\\.checkpoint");

  private final Path folder;

  /** Names a folder, which is made when the first checkpoint is. */
  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes a checkpoint, safe on the disk when this returns. */
  public void save(Checkpoint checkpoint) throws IOException {
    write(checkpoint);
    clear(Long.MAX_VALUE);
  }

  /** Writes a checkpoint, and leaves all others there. */
  public void write(Checkpoint checkpoint) throws IOException {
    PrivateFiles.createFolders(folder);
    Path file = file(checkpoint.round());
    Path temporary = folder.resolve("." + file.getFileName() + ".tmp");
    try {
      try (FileOutputStream out = PrivateFiles.newOutputStream(temporary)) {
        CheckpointFormat.write(checkpoint, out);
        out.getFD().sync();
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Deletes all checkpoints of before a round but the latest; and of more than 64 the oldest, as
   * another part may say that it needs all of them.
   */
  public void clear(long round) throws IOException {
    List<Path> files = files();
    for (int place = KEPT; place < files.size(); place++) {
      Path old = files.get(place);
      if (round(old) < round || place >= MOST) {
        Files.delete(old);
      }
    }
  }

  /**
   * Reads the latest checkpoint that is sound.
   *
   * @throws InvalidInputException if there is none, saying what is wrong with each
   */
  public Checkpoint latest() {
    List<String> faults = new ArrayList<>();
    Optional<Checkpoint> sound = latestBefore(Long.MAX_VALUE, faults);
    if (sound.isEmpty() && !faults.isEmpty()) {
      throw unusable(String.join("; ", faults));
    }
    return sound.orElseThrow(
        () ->
            new InvalidInputException(
                new Origin(folder.toString(), 0, ""), "there is no checkpoint to go on from"));
  }

  /** Reads the latest checkpoint of before a round that is sound; empty if there is none. */
  public Optional<Checkpoint> latestBefore(long round) {
    return latestBefore(round, new ArrayList<>());
  }

  private Optional<Checkpoint> latestBefore(long round, List<String> faults) {
    try {
      for (Path file : files()) {
        try {
          if (round(file) < round) {
            return Optional.of(CheckpointFormat.read(file, round(file)));
          }
        } catch (IOException e) {
          faults.add(file.getFileName() + ": " + e.getMessage());
        }
      }
    } catch (IOException e) {
      faults.add(e.toString());
    }
    return Optional.empty();
  }

  /** Returns the rounds whose checkpoints are there, the latest first. */
  public List<Long> rounds() {
    try {
      return files().stream().map(CheckpointFolder::round).toList();
    } catch (IOException e) {
      throw unusable(e.toString());
    }
  }

  /**
   * Reads the checkpoint of a round.
   *
   * @throws InvalidInputException if it cannot be read
   */
  public Checkpoint at(long round) {
    Path file = file(round);
    try {
      return CheckpointFormat.read(file, round);
    } catch (IOException e) {
      throw unusable(file.getFileName() + ": " + e.getMessage());
    }
  }

  private InvalidInputException unusable(String fault) {
    return new InvalidInputException(
        new Origin(folder.toString(), 0, ""), "no checkpoint can be used: " + fault);
  }

  private Path file(long round) {
    return folder.resolve(PREFIX + String.format(Locale.ROOT, "%012d", round) + SUFFIX);
  }

  private static long round(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
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
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed())
          .toList();
    }
  }
}
