package org.limbeck.exchange.frame;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The CRC-32C at the end of a frame that is not signed. Used by one thread at a time. */
final class FrameChecksum {
  private final CRC32C crc = new CRC32C();

  /** Returns the checksum of a buffer's bytes from 0 to an end; the buffer stays as it is. */
  int of(ByteBuffer buffer, int end) {
    int position = buffer.position();
    int limit = buffer.limit();
    crc.reset();
    buffer.limit(end).position(0);
    crc.update(buffer);
    buffer.limit(limit).position(position);
    return (int) crc.getValue();
  }
}
