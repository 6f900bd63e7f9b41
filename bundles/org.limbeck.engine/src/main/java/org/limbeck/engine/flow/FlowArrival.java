package org.limbeck.engine.flow;

import java.nio.ByteBuffer;
import java.util.Comparator;
import org.limbeck.engine.network.Frame;

/** A frame that has come in, of a neighbour that nobody waits for. */
record FlowArrival(String sender, long incarnation, long sequence, int kind, byte[] bytes) {
  /** A snapshot of so many frames comes before the frame of that number. */
  static final Comparator<FlowArrival> ORDER =
      Comparator.comparing(FlowArrival::sender)
          .thenComparingLong(FlowArrival::incarnation)
          .thenComparingLong(FlowArrival::sequence)
          .thenComparing(FlowArrival::kind, Comparator.reverseOrder());

  /** Copies a frame that has been read from these bytes. */
  static FlowArrival of(Frame frame, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(bytes.position(), copy);
    return new FlowArrival(
        frame.sender(), frame.incarnation(), frame.sequence(), frame.kind(), copy);
  }
}
