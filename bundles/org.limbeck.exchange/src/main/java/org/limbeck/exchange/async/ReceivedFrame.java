package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.Comparator;
import org.limbeck.exchange.frame.Frame;

/** A frame that has come in, of a neighbour that nobody waits for. */
record ReceivedFrame(String sender, long incarnation, long sequence, int kind, byte[] bytes) {
  /** A snapshot of so many frames comes before the frame of that number. */
  static final Comparator<ReceivedFrame> ORDER =
      Comparator.comparing(ReceivedFrame::sender)
          .thenComparingLong(ReceivedFrame::incarnation)
          .thenComparingLong(ReceivedFrame::sequence)
          .thenComparing(ReceivedFrame::kind, Comparator.reverseOrder());

  /** Copies a frame that has been read from these bytes. */
  static ReceivedFrame of(Frame frame, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(bytes.position(), copy);
    return new ReceivedFrame(
        frame.sender(), frame.incarnation(), frame.sequence(), frame.kind(), copy);
  }
}
