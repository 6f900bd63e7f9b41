package org.limbeck.datasets.idx;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files. */
final class IdxFixture {
  private IdxFixture() {}

  /** Writes a small dataset whose files are named as those of MNIST. */
  static Path likeMnist(Path folder, int training, int test) {
    pair(folder, "train", training, 1);
    pair(folder, "t10k", test, 2);
    return folder;
  }

  static void write(Path file, byte[] content) {
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes of an IDX file. */
  static byte[] idx(byte[] values, int... sizes) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sizes.length + values.length);
    buffer.putInt(0x800 | sizes.length);
    for (int size : sizes) {
      buffer.putInt(size);
    }
    return buffer.put(values).array();
  }

  private static void pair(Path folder, String name, int rows, long seed) {
    byte[] pixels = new byte[rows * 6];
    new Random(seed).nextBytes(pixels);
    byte[] labels = new byte[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = (byte) (i % 10);
    }
    write(folder.resolve(name + "-images-idx3-ubyte.gz"), idx(pixels, rows, 2, 3));
    write(folder.resolve(name + "-labels-idx1-ubyte"), idx(labels, rows));
  }
}
