package org.limbeck.itests.faults;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Frames that say something else than their sender did, as docs/wire-format.md has them. */
final class Forgery {
  private static final float LIE = 1e-2f;

  private Forgery() {}

  /** Changes the last value of a frame of floats, with the right checksum again. */
  static void forge(ByteBuffer frame) {
    int checksum = frame.limit() - Integer.BYTES;
    int last = checksum - Float.BYTES;
    frame.putFloat(last, frame.getFloat(last) + LIE);
    CRC32C crc = new CRC32C();
    crc.update(frame.slice(0, checksum));
    frame.putInt(checksum, (int) crc.getValue());
  }
}
