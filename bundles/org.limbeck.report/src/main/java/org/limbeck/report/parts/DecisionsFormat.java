package org.limbeck.report.parts;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.event.DeviceDecisions;

/**
 * Decisions as a file, big-endian throughout:
 *
 * <pre>
 * 4 bytes  "LBKD"
 * int32    version, 1
 * int64    round
 * int32    K, the number of classes
 * int32    R, the number of reference rows
 * int32    N, the number of devices
 * N times
 *   UTF    the device's id: its length in bytes as uint16, and the bytes, as in {@link
 *          java.io.DataInput#readUTF}
 *   R × K  float32, soft decisions by row
 *   R × K  float32, the estimate z by row; all NaN in a row that was never exchanged
 * </pre>
 *
 * The bits of the values are kept.
 */
final class DecisionsFormat {
  private static final int MAGIC = 0x4c424b44;
  private static final int VERSION = 1;

  private DecisionsFormat() {}

  static void write(Decisions decisions, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeLong(decisions.round());
    out.writeInt(decisions.classes());
    out.writeInt(decisions.rows());
    out.writeInt(decisions.devices().size());
    for (DeviceDecisions device : decisions.devices()) {
      out.writeUTF(device.device());
      out.write(bytes(device.decisions()));
      out.write(bytes(device.estimate()));
    }
    out.flush();
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or is something else; the message names the file
   */
  static Decisions read(Path file) throws IOException {
    long size = Files.size(file);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException(file + " holds no decisions");
      }
      int version = in.readInt();
      if (version != VERSION) {
        throw new IOException(
            file + " holds decisions in version " + version + "; version " + VERSION + " is known");
      }
      Decisions decisions = content(in, size);
      if (in.read() >= 0) {
        throw new IOException(file + " is longer than it says");
      }
      return decisions;
    } catch (EOFException e) {
      throw new IOException(file + " is cut short", e);
    }
  }

  private static Decisions content(DataInputStream in, long size) throws IOException {
    long round = in.readLong();
    int classes = in.readInt();
    int rows = in.readInt();
    int count = in.readInt();
    double least = 2.0 * classes * rows * Float.BYTES * count;
    if (classes < 0 || rows < 0 || count < 0 || least > size) {
      throw new EOFException();
    }
    List<DeviceDecisions> devices = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String device = in.readUTF();
      float[] decisions = floats(in, rows * classes);
      devices.add(new DeviceDecisions(device, classes, decisions, floats(in, rows * classes)));
    }
    return new Decisions(round, classes, rows, devices);
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length));
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    byte[] bytes = new byte[Math.multiplyExact(Float.BYTES, count)];
    in.readFully(bytes);
    float[] values = new float[count];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }
}
