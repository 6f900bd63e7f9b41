package org.limbeck.datasets.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Makes a PNG of one line of pixels, bit by bit. */
record PngFile(int width, int depth, int colourType, int[] line, byte[] extra) {
  PngFile(int width, int depth, int colourType, int... line) {
    this(width, depth, colourType, line, new byte[0]);
  }

  PngFile with(String type, int... data) {
    ByteArrayOutputStream more = new ByteArrayOutputStream();
    more.writeBytes(extra);
    more.writeBytes(chunk(type, bytes(data)));
    return new PngFile(width, depth, colourType, line, more.toByteArray());
  }

  byte[] bytes() {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(1);
    header.put((byte) depth).put((byte) colourType);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(0);
      deflater.write(bytes(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
    file.writeBytes(chunk("IHDR", header.array()));
    file.writeBytes(extra);
    file.writeBytes(chunk("IDAT", packed.toByteArray()));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) {
    CRC32 checksum = new CRC32();
    checksum.update(type.getBytes(StandardCharsets.US_ASCII));
    checksum.update(data);
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    return chunk.putInt((int) checksum.getValue()).array();
  }

  private static byte[] bytes(int[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
