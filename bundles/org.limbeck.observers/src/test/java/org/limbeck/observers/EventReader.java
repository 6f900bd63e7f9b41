package org.limbeck.observers;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads event files, with a checksum of its own. */
final class EventReader {
  /** Castagnoli's polynomial, the bits in reverse. */
  private static final int POLYNOMIAL = 0x82f63b78;

  /**
   * An event.
   *
   * @param version the version of the file; empty if the event is not the first
   */
  record Event(double seconds, String version, long step, Map<String, Float> scalars) {}

  private EventReader() {}

  static List<Event> read(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    for (byte[] record : records(Files.readAllBytes(file))) {
      events.add(event(record));
    }
    return events;
  }

  static List<byte[]> records(byte[] file) throws IOException {
    List<byte[]> records = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      requireChecksum(length, in.getInt());
      byte[] data =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(data);
      requireChecksum(data, in.getInt());
      records.add(data);
    }
    return records;
  }

  static int checksum(byte[] data) {
    int crc = -1;
    for (byte b : data) {
      crc ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : POLYNOMIAL);
      }
    }
    return ~crc;
  }

  private static void requireChecksum(byte[] data, int masked) throws IOException {
    int crc = checksum(data);
    int expected = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    if (masked != expected) {
      throw new IOException("wrong checksum");
    }
  }

  private static Event event(byte[] data) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(data);
    double seconds = 0;
    String version = "";
    long step = 0;
    Map<String, Float> scalars = new LinkedHashMap<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> seconds = in.readDouble();
        case 2 -> step = in.readInt64();
        case 3 -> version = in.readString();
        case 5 -> readSummary(in.readByteArray(), scalars);
        default -> throw new IOException("unknown field " + tag);
      }
    }
    return new Event(seconds, version, step, scalars);
  }

  private static void readSummary(byte[] data, Map<String, Float> scalars) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(data);
    while (in.readTag() != 0) {
      CodedInputStream value = CodedInputStream.newInstance(in.readByteArray());
      value.readTag();
      String name = value.readString();
      value.readTag();
      scalars.put(name, value.readFloat());
    }
  }
}
