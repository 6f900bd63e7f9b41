package org.limbeck.engine.checkpoint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.limbeck.api.topology.Edge;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.exchange.channel.SerializedState;

/**
 * Checkpoints as bytes, big-endian: the magic "LMBC", the version of the format, the contents, and
 * the CRC-32C of all before.
 */
final class CheckpointFormat {
  private static final int MAGIC = 0x4C4D4243;
  private static final int VERSION = 4;
  private static final int HEADER_BYTES = 2 * Integer.BYTES;
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  private CheckpointFormat() {}

  static void write(Checkpoint checkpoint, OutputStream file) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(file), new CRC32C());
    DataOutputStream out = new DataOutputStream(checked);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    SerializedState.write(checkpoint.origin().getBytes(StandardCharsets.UTF_8), out);
    SerializedState.write(checkpoint.current().getBytes(StandardCharsets.UTF_8), out);
    out.writeLong(checkpoint.round());
    out.writeLong(checkpoint.scheduledThrough());
    out.writeLong(checkpoint.nextDevice());
    SerializedState.write(checkpoint.referenceDigest(), out);
    SerializedState.write(checkpoint.privateDigest(), out);
    out.writeInt(checkpoint.edges().size());
    for (Edge edge : checkpoint.edges()) {
      out.writeInt(edge.a());
      out.writeInt(edge.b());
    }
    out.writeInt(checkpoint.devices().size());
    for (DeviceState device : checkpoint.devices()) {
      device.write(out);
    }
    out.writeInt(checkpoint.observers().size());
    for (byte[] observer : checkpoint.observers()) {
      SerializedState.write(observer, out);
    }
    out.writeInt((int) checked.getChecksum().getValue());
    out.flush();
  }

  /**
   * Reads a checkpoint.
   *
   * @param round the round that it must be of
   * @throws IOException if the file is not a whole and undamaged checkpoint of this version, or
   *     does not agree with itself; the message says what is wrong
   */
  static Checkpoint read(Path file, long round) throws IOException {
    verify(file);
    try (DataInputStream in = open(file)) {
      in.skipNBytes(HEADER_BYTES);
      Checkpoint checkpoint = content(in);
      in.readInt();
      if (in.read() >= 0) {
        throw new IOException("there is more in it than it says");
      }
      CheckpointCheck.requireSound(checkpoint, round);
      return checkpoint;
    } catch (EOFException e) {
      throw new IOException("its lengths are wrong: it says that it holds more than it does", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Checkpoint content(DataInputStream in) throws IOException {
    return new Checkpoint(
        text(in),
        text(in),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        SerializedState.read(in),
        SerializedState.read(in),
        list(in, item -> new Edge(item.readInt(), item.readInt())),
        list(in, DeviceState::read),
        list(in, SerializedState::read));
  }

  private static void verify(Path file) throws IOException {
    long size = Files.size(file);
    if (size < HEADER_BYTES + CHECKSUM_BYTES) {
      throw new IOException("it has only " + size + " bytes");
    }
    try (DataInputStream in = open(file)) {
      if (in.readInt() != MAGIC) {
        throw new IOException("it is no checkpoint of Limbeck");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new IOException(
            "it has format " + version + ", and this version of Limbeck reads format " + VERSION);
      }
    }
    try (DataInputStream in = open(file)) {
      if (checksum(in, size - CHECKSUM_BYTES) != in.readInt()) {
        throw new IOException("it is damaged: its checksum is wrong");
      }
    }
  }

  private static int checksum(InputStream in, long length) throws IOException {
    CRC32C checksum = new CRC32C();
    byte[] buffer = new byte[8192];
    for (long left = length; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("it ends too early");
      }
      checksum.update(buffer, 0, read);
      left -= read;
    }
    return (int) checksum.getValue();
  }

  private static <T> List<T> list(DataInputStream in, ItemReader<T> reader) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      throw new IOException("it has a list of " + count);
    }
    List<T> items = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      items.add(reader.read(in));
    }
    return items;
  }

  @FunctionalInterface
  private interface ItemReader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(SerializedState.read(in), StandardCharsets.UTF_8);
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
  }
}
