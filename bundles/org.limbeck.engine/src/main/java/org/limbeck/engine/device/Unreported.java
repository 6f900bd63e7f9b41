package org.limbeck.engine.device;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.event.Traffic;

/**
 * What a device sent and received since its last report: what a newcomer was told between two
 * rounds belongs to the round that follows.
 *
 * @param sent bytes sent
 * @param received bytes received
 */
record Unreported(Traffic sent, Traffic received) {

  static Unreported read(DataInput in) throws IOException {
    return new Unreported(traffic(in), traffic(in));
  }

  private static Traffic traffic(DataInput in) throws IOException {
    return new Traffic(in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  void write(DataOutput out) throws IOException {
    for (Traffic traffic : new Traffic[] {sent, received}) {
      out.writeLong(traffic.payloadBytes());
      out.writeLong(traffic.frameBytes());
      out.writeLong(traffic.wireBytes());
      out.writeLong(traffic.refusedFrames());
    }
  }
}
