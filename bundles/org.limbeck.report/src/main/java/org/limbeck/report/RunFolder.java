package org.limbeck.report;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The folder of a run, which appears at its place whole or not at all. Until it is published it is
 * a hidden sibling of the target, named {@code .NAME.partial-PID}; a killed run leaves that behind.
 * Used by one thread at a time.
 */
public final class RunFolder implements AutoCloseable {

  /** The contents of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes to the stream, and need not close it. */
    void writeTo(OutputStream out) throws IOException;
  }

  private static final String REMEDY = "name a new or empty folder where you may write";

  private final Path target;
  private final Path partial;
  private final Deque<Path> madeParents;
  private boolean disposable = true;

  private RunFolder(Path target, Path partial, Deque<Path> madeParents) {
    this.target = target;
    this.partial = partial;
    this.madeParents = madeParents;
  }

  /**
   * Makes the partial folder, and missing parents of the target.
   *
   * @param target where the folder shall appear: nothing, or an empty folder
   * @throws RunFolderException if the target is something else, or cannot be written
   */
  public static RunFolder create(Path target) throws RunFolderException {
    Path place = target.toAbsolutePath().normalize();
    Deque<Path> madeParents = new ArrayDeque<>();
    try {
      requireFree(place);
      Folders.make(place.getParent(), madeParents);
      String name = "." + place.getFileName() + ".partial-" + ProcessHandle.current().pid();
      Path partial = Folders.makeUnique(place.getParent(), name);
      return new RunFolder(place, partial, madeParents);
    } catch (IOException e) {
      Folders.deleteEmpty(madeParents);
      throw new RunFolderException(place, e, REMEDY);
    }
  }

  /** Returns where the folder shall appear, absolute. */
  public Path target() {
    return target;
  }

  /**
   * Writes a file: to a temporary name, then moved. Replaces one of that name.
   *
   * @param name its path inside the folder, such as {@code models/a.model}; slashes part folders
   * @throws IllegalArgumentException if the path leads out of the folder
   */
  public void write(String name, Content content) throws IOException {
    Path file = resolve(name);
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        content.writeTo(out);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Writes a text file. */
  void write(String name, String text) throws IOException {
    write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Opens a new text file that grows while the run goes on. */
  BufferedWriter open(String name) throws IOException {
    return Files.newBufferedWriter(
        resolve(name), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }

  /**
   * Moves the folder to its target, atomically. If that fails, the partial folder stays where it
   * is, so that no result is lost.
   *
   * @throws RunFolderException if something has appeared at the target since, or it cannot be
   *     written; the message says where the partial folder is
   */
  public void publish() throws RunFolderException {
    disposable = false;
    try {
      requireFree(target);
      Files.deleteIfExists(target);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new RunFolderException(target, e, "the results are in " + partial);
    }
  }

  /** Deletes the partial folder and the parents made for it, unless it has been published. */
  @Override
  public void close() throws IOException {
    if (disposable) {
      disposable = false;
      Folders.delete(partial);
      Folders.deleteEmpty(madeParents);
    }
  }

  private static void requireFree(Path place) throws IOException {
    if (Files.isDirectory(place) ? !Folders.isEmpty(place) : Files.exists(place)) {
      throw new FileAlreadyExistsException(
          place.toString(), null, "exists and is not an empty folder");
    }
  }

  private Path resolve(String name) throws IOException {
    Path file = partial.resolve(name).normalize();
    if (!file.startsWith(partial) || file.equals(partial)) {
      throw new IllegalArgumentException("not inside the run folder: " + name);
    }
    Files.createDirectories(file.getParent());
    return file;
  }
}
