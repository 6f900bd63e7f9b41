package org.limbeck.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps other processes that share the runs of a comparison from one of them. It is held on a file
 * beside the run folder, so that it stands before there is a folder and while one is deleted. The
 * operating system lets go of it when the process ends, however it ends; on a network file system,
 * processes on other machines see it where that supports locks.
 */
public final class RunClaim implements Closeable {
  private final Path folder;
  private final RunLock lock;

  private RunClaim(Path folder, RunLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Claims a run; empty if another process has.
   *
   * @param folder the run folder, which need not be there; its parent is
   * @throws RunFolderException if the claim cannot be written
   */
  public static Optional<RunClaim> take(Path folder) throws RunFolderException {
    Path place = folder.toAbsolutePath().normalize();
    Path file = place.resolveSibling("." + place.getFileName() + RunLock.FILE);
    try {
      return RunLock.tryTake(file).map(lock -> new RunClaim(place, lock));
    } catch (IOException e) {
      throw new RunFolderException(file, e);
    }
  }

  /** Lets go of the run. What is left beside one that has ended is deleted. */
  @Override
  public void close() throws IOException {
    try (lock) {
      if (Files.isRegularFile(folder.resolve(Summary.FILE))) {
        lock.delete();
      }
    }
  }
}
