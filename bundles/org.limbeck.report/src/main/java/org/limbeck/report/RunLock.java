package org.limbeck.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.limbeck.api.protection.PrivateFiles;

/**
 * Keeps other processes from working in a run folder. The operating system lets go of it when the
 * process ends, however it ends; the file that it is held on stays until {@link #delete}.
 */
final class RunLock implements Closeable {
  static final String FILE = ".lock";

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws UnfitFolderException if it is taken
   */
  static RunLock take(Path folder) throws IOException {
    return tryTake(folder.resolve(FILE))
        .orElseThrow(() -> new UnfitFolderException(folder, "is in use by another run or resume"));
  }

  /**
   * Takes the lock that is held on a file, which is made if it is missing; empty if it is taken.
   */
  static Optional<RunLock> tryTake(Path file) throws IOException {
    PrivateFiles.createFile(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = tryLock(channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken ? Optional.of(new RunLock(file, channel)) : Optional.empty();
  }

  /** Deletes the file: nothing is left to be locked in the folder. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }
}
