package org.limbeck.exchange.snapshot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.exchange.channel.FrameEncoder;
import org.limbeck.exchange.endpoint.FrameInbox;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.FrameReceiver;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;

/** Sends and receives snapshots of estimates for one device. */
public final class SnapshotExchange {
  private final FramePort port;
  private final FrameEncoder encoder;
  private final int rows;
  private final int classes;

  /** Makes the exchange of a device whose estimate has so many rows. */
  public SnapshotExchange(FramePort port, int rows, int classes) {
    this.port = port;
    this.encoder = new FrameEncoder(0, port.sender());
    this.rows = rows;
    this.classes = classes;
  }

  /** Sends a snapshot to a device that has just joined. */
  public void send(EstimateSnapshot snapshot, String newcomer, long round) {
    ByteBuffer bytes =
        ByteBuffer.allocate(port.sender().frameBytes(EstimateSnapshot.maxBytes(rows, classes)));
    encoder.beginSnapshot(0, round, bytes);
    int payload = bytes.position();
    snapshot.encode(bytes);
    int payloadBytes = encoder.end(payload, bytes);
    port.sender().send(List.of(newcomer), bytes, payloadBytes);
  }

  /**
   * Takes in the snapshots that have arrived, in the order of arrival.
   *
   * @throws IllegalStateException if something else has arrived
   */
  public List<EstimateSnapshot> receive() {
    List<EstimateSnapshot> snapshots = new ArrayList<>();
    FrameReceiver receiver = port.receiver();
    FrameInbox inbox = receiver.inbox();
    for (ByteBuffer bytes = inbox.poll(); bytes != null; bytes = inbox.poll()) {
      try {
        Frame frame = receiver.read(bytes);
        if (frame.kind() != Frame.SNAPSHOT) {
          throw new MalformedFrameException(
              "a snapshot is due, and kind " + frame.kind() + " came");
        }
        snapshots.add(EstimateSnapshot.decode(frame.payload(), rows, classes));
      } catch (MalformedFrameException e) {
        throw new IllegalStateException(port.sender().device() + ": " + e.getMessage(), e);
      }
    }
    return snapshots;
  }
}
