package org.limbeck.datasets.idx;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.IntStream;
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

  /**
   * Reads a file, plain or compressed by gzip.
   *
   * @throws IllegalArgumentException if it cannot be read or is no such file; the message names it
   */
  static IdxArray read(Path file) {
    try (InputStream in = DataFiles.open(file)) {
      return read(new DataInputStream(in));
    } catch (IOException e) {
      throw DataFiles.unreadable(file, e);
    }
  }

  private static IdxArray read(DataInputStream in) throws IOException {
    int magic = in.readInt();
    int dimensions = magic & 0xff;
    if (magic >>> 8 != UNSIGNED_BYTE || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new IOException(
          String.format(
              "no IDX file of unsigned bytes: it begins with %08x, not with 000008 and the number"
                  + " of dimensions, 01 to 04",
              magic));
    }
    int[] sizes = new int[dimensions];
    long count = 1;
    for (int i = 0; i < dimensions; i++) {
      sizes[i] = in.readInt();
      count = sizes[i] < 0 ? Long.MAX_VALUE : saturated(count, sizes[i]);
    }
    if (count > Integer.MAX_VALUE) {
      throw new IOException("it says that it holds more than 2^31 values: " + inWords(sizes));
    }
    byte[] values = in.readNBytes((int) count);
    if (values.length < count) {
      throw new EOFException();
    }
    if (in.read() >= 0) {
      throw new IOException("there is more in it than the " + inWords(sizes) + " values it states");
    }
    return new IdxArray(sizes, values);
  }

  private static long saturated(long count, int size) {
    return count > Integer.MAX_VALUE ? count : count * size;
  }

  private static String inWords(int[] sizes) {
    return String.join(
        " x ", IntStream.of(sizes).mapToObj(s -> String.valueOf(s & 0xffffffffL)).toList());
  }
}
