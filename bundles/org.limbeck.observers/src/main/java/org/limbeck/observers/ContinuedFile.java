package org.limbeck.observers;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.limbeck.api.protection.PrivateFiles;

/**
 * A file that grows, and goes on after a break. Whatever it holds when it is opened is cut off,
 * unless {@link #continueAt} says how much of it stays.
 *
 * <p>A channel would be closed when the thread is interrupted, which ends a run between two rounds.
 */
final class ContinuedFile implements Closeable {
  private final Path path;
  private final RandomAccessFile file;
  private long end;

  private ContinuedFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /** Opens a file, its owner's only, which is made if it is not there. */
  static ContinuedFile open(Path path) throws IOException {
    PrivateFiles.createFile(path);
    return new ContinuedFile(path, new RandomAccessFile(path.toFile(), "rw"));
  }

  /** Returns how many bytes of the file count. */
  long end() {
    return end;
  }

  /**
   * Keeps what the file holds up to a number of bytes.
   *
   * @throws IOException if it holds less
   */
  void continueAt(long bytes) throws IOException {
    if (bytes < 0 || file.length() < bytes) {
      throw new IOException(
          path + " has " + file.length() + " bytes, and had " + bytes + " at the checkpoint");
    }
    end = bytes;
  }

  /** Cuts off what does not count. */
  void truncate() throws IOException {
    file.setLength(end);
  }

  /** Writes behind what counts. */
  void append(byte[] data) throws IOException {
    file.seek(end);
    file.write(data);
    end += data.length;
  }

  /** Returns when everything that was appended is safe on the disk. */
  void force() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
