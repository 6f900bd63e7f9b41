package org.limbeck.report;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;
import org.limbeck.api.protection.PrivateFiles;

/**
 * The folder of a run, at its place from the start, so that a run that is cut short can go on. It
 * begins with {@code experiment.yaml}, holds checkpoints in {@code checkpoint/}, and is finished
 * once {@code summary.json} is there. A new one that is closed without a checkpoint vanishes. One
 * process works on a folder at a time. Used by one thread at a time.
 *
 * <p>As it holds models, and checkpoints with what they learn from, it is its owner's only, with
 * all that is in it: {@code rwx------} and {@code rw-------}. A folder that was there keeps its
 * permissions.
 */
public final class RunFolder implements AutoCloseable {

  /** The contents of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes to the stream, and need not close it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** The name of the file with the resolved experiment. */
  public static final String EXPERIMENT_FILE = "experiment.yaml";

  private static final String CHECKPOINTS = "checkpoint";
  private static final String NEW_REMEDY = "name a new or empty folder where you may write";
  private static final String KNOWN_REMEDY = "name a folder that limbeck run has made";

  private final Path place;
  private final RunLock lock;
  private final Deque<Path> made;
  private final boolean isNew;
  private volatile boolean deleted;

  private RunFolder(Path place, RunLock lock, Deque<Path> made, boolean isNew) {
    this.place = place;
    this.lock = lock;
    this.made = made;
    this.isNew = isNew;
  }

  /**
   * Makes the folder, its owner's only, and its missing parents.
   *
   * @param target its place: nothing, or an empty folder
   * @throws RunFolderException if there is something else, or it cannot be written
   */
  public static RunFolder create(Path target) throws RunFolderException {
    Path place = target.toAbsolutePath().normalize();
    Deque<Path> made = new ArrayDeque<>();
    try {
      requireFree(place);
      Folders.make(place, made);
      return new RunFolder(place, RunLock.take(place), made, true);
    } catch (IOException e) {
      Folders.deleteEmpty(made);
      throw new RunFolderException(place, e, NEW_REMEDY);
    }
  }

  /**
   * Opens a folder that an earlier run has left.
   *
   * @throws RunFolderException if it is none, another process works on it, or it cannot be written
   */
  public static RunFolder open(Path folder) throws RunFolderException {
    Path place = folder.toAbsolutePath().normalize();
    requireRun(place);
    try {
      return new RunFolder(place, RunLock.take(place), new ArrayDeque<>(), false);
    } catch (IOException e) {
      throw new RunFolderException(place, e, "wait for it to end, or see who may write there");
    }
  }

  /**
   * Returns whether a folder is that of a run that has ended.
   *
   * @throws RunFolderException if it is not the folder of a run
   */
  public static boolean isFinished(Path folder) throws RunFolderException {
    Path place = folder.toAbsolutePath().normalize();
    requireRun(place);
    return Files.isRegularFile(place.resolve(Summary.FILE));
  }

  /** Returns the place of the folder, absolute. */
  public Path path() {
    return place;
  }

  /** Returns the place of the resolved experiment. */
  public Path experiment() {
    return place.resolve(EXPERIMENT_FILE);
  }

  /** Returns the folder for the checkpoints of one of the runs of an experiment. */
  public Path checkpoints(String run) {
    return place.resolve(CHECKPOINTS).resolve(run);
  }

  /** Returns whether there is a checkpoint of one of the runs; hidden files are half written. */
  public boolean hasCheckpoint(String run) {
    return hasFiles(checkpoints(run));
  }

  /** Returns whether the folder stays if the run ends now. */
  public boolean stays() {
    return !isNew || isFinished() || (!deleted && hasFiles(place.resolve(CHECKPOINTS)));
  }

  /**
   * Writes a file: to a temporary name, then moved. Replaces one of that name.
   *
   * @param name its path inside the folder, such as {@code models/a.model}; slashes part folders
   * @throws RunFolderException if it cannot be written; then one that was there is still whole
   * @throws IllegalArgumentException if the path leads out of the folder
   */
  public void write(String name, Content content) throws IOException {
    write(name, content, false);
  }

  /** Writes a file in the same way, safe on the disk when this returns. */
  public void writeThrough(String name, Content content) throws IOException {
    write(name, content, true);
  }

  /** Writes a text file in the same way. */
  public void write(String name, String text) throws IOException {
    write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Opens a text file, empty at first, that grows while the run goes on. */
  BufferedWriter open(String name) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            PrivateFiles.newOutputStream(resolve(name)), StandardCharsets.UTF_8.newEncoder()));
  }

  /** Returns what to throw where writing to a file that was opened has failed. */
  RunFolderException unwritable(String name, IOException cause) {
    return new RunFolderException(resolve(name), cause);
  }

  /**
   * Lets others work on the folder; deletes it, and the parents made for it, unless it stays. What
   * was written after that is deleted by the next call.
   */
  @Override
  public void close() throws IOException {
    try (lock) {
      if (isFinished()) {
        lock.delete();
      } else if (!stays()) {
        deleted = true;
        if (Files.isDirectory(place)) {
          Folders.deleteContents(place);
        }
        Folders.deleteEmpty(made);
      }
    }
  }

  private boolean isFinished() {
    return Files.isRegularFile(place.resolve(Summary.FILE));
  }

  private void write(String name, Content content, boolean through) throws IOException {
    Path file = resolve(name);
    try {
      PrivateFiles.createFolders(file.getParent());
      replace(file, content, through);
    } catch (IOException e) {
      throw new RunFolderException(file, e);
    }
  }

  private static void replace(Path file, Content content, boolean through) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (FileOutputStream disk = PrivateFiles.newOutputStream(temporary);
          OutputStream out = new BufferedOutputStream(disk)) {
        content.writeTo(out);
        out.flush();
        if (through) {
          disk.getFD().sync();
        }
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static boolean hasFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(
          file -> Files.isRegularFile(file) && !file.getFileName().toString().startsWith("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireFree(Path place) throws IOException {
    if (Files.isDirectory(place) ? !Folders.isEmptyBut(RunLock.FILE, place) : Files.exists(place)) {
      throw new UnfitFolderException(place, "exists and is not an empty folder");
    }
  }

  private static void requireRun(Path place) throws RunFolderException {
    if (!Files.isRegularFile(place.resolve(EXPERIMENT_FILE))) {
      String reason =
          Files.isDirectory(place)
              ? "is not the folder of a run: there is no " + EXPERIMENT_FILE + " in it"
              : Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                  ? "is not a folder"
                  : "does not exist";
      throw new RunFolderException(place, new UnfitFolderException(place, reason), KNOWN_REMEDY);
    }
  }

  private Path resolve(String name) {
    Path file = place.resolve(name).normalize();
    if (!file.startsWith(place) || file.equals(place)) {
      throw new IllegalArgumentException("not inside the run folder: " + name);
    }
    return file;
  }
}
