package org.limbeck.observers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The framing of TensorFlow's TFRecord, in little-endian: the length of the data as 64 bits, the
 * masked checksum of these 8 bytes, the data, and their masked checksum, as <a
 * href="https://www.tensorflow.org/tutorials/load_data/tfrecord">TensorFlow's documentation</a> has
 * it.
 */
final class RecordFraming {
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int MASK_ROTATION = 15;
  private static final int FRAME_BYTES = Long.BYTES + 2 * Integer.BYTES;

  private RecordFraming() {}

  /** Returns data as a record. */
  static byte[] framed(byte[] data) {
    ByteBuffer record =
        ByteBuffer.allocate(data.length + FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(maskedChecksum(record.array(), Long.BYTES));
    record.put(data);
    return record.putInt(maskedChecksum(data, data.length)).array();
  }

  /** Masked, as a checksum of data that contain checksums would be weak. */
  private static int maskedChecksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return Integer.rotateRight((int) checksum.getValue(), MASK_ROTATION) + MASK_DELTA;
  }
}
