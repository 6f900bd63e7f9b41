package org.limbeck.datasets.idx;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.limbeck.api.MemoryShare;
import org.limbeck.datasets.catalog.DataFiles;

/**
 * What an IDX file of unsigned bytes holds: two bytes 0, the type 8, the number of dimensions, the
 * size of each as a big-endian int, and the values, the last dimension running fastest.
 *
 * @param sizes the size of each dimension, at least 0
 * @param values the values
 */
record IdxArray(int[] sizes, byte[] values) {
  private static final int UNSIGNED_BYTE = 8;
  private static final int MOST_DIMENSIONS = 4;

  /** The longest array that Java makes. */
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  /**
   * Reads a file, plain or compressed by gzip. Room is made only for values that may be there.
   *
   * @throws IllegalArgumentException if it cannot be read or is no such file; the message names it
   */
  static IdxArray read(Path file) {
    return read(file, MemoryShare.ofHeap());
  }

  /**
   * Reads a file as {@link #read(Path)} does.
   *
   * @param memory what the values may take
   */
  static IdxArray read(Path file, MemoryShare memory) {
    try (InputStream in = DataFiles.open(file)) {
      DataInputStream data = new DataInputStream(in);
      int[] sizes = sizes(data);
      long count = count(sizes);
      if (count > DataFiles.mostBytes(file)) {
        throw new EOFException();
      }
      memory.require(file + ": what it holds, " + inWords(sizes) + " values,", count);
      return new IdxArray(sizes, values(data, sizes, (int) count));
    } catch (IOException e) {
      throw DataFiles.unreadable(file, e);
    }
  }

  private static int[] sizes(DataInputStream in) throws IOException {
    int magic = in.readInt();
    int dimensions = magic & 0xff;
    if (magic >>> 8 != UNSIGNED_BYTE || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "no IDX file of unsigned bytes: it begins with %08x, not with 000008 and the number"
                  + " of dimensions, 01 to 04",
              magic));
    }
    int[] sizes = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      sizes[i] = in.readInt();
    }
    return sizes;
  }

  private static long count(int[] sizes) throws IOException {
    long count = 1;
    for (int size : sizes) {
      count = size < 0 ? Long.MAX_VALUE : saturated(count, size);
    }
    if (count > MOST_VALUES) {
      throw new IOException("it says that it holds more than 2^31 values: " + inWords(sizes));
    }
    return count;
  }

  private static byte[] values(DataInputStream in, int[] sizes, int count) throws IOException {
    byte[] values = new byte[count];
    in.readFully(values);
    if (in.read() >= 0) {
      throw new IOException("there is more in it than the " + inWords(sizes) + " values it states");
    }
    return values;
  }

  private static long saturated(long count, int size) {
    return count > Integer.MAX_VALUE ? count : count * size;
  }

  private static String inWords(int[] sizes) {
    return String.join(
        " x ", IntStream.of(sizes).mapToObj(s -> String.valueOf(s & 0xffffffffL)).toList());
  }
}
