package org.limbeck.exchange.endpoint;

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
public record PendingTraffic(Traffic sent, Traffic received) {

  public static PendingTraffic read(DataInput in) throws IOException {
    return new PendingTraffic(traffic(in), traffic(in));
  }

  private static Traffic traffic(DataInput in) throws IOException {
    return new Traffic(in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  public void write(DataOutput out) throws IOException {
    for (Traffic traffic : new Traffic[] {sent, received}) {
      out.writeLong(traffic.payloadBytes());
      out.writeLong(traffic.frameBytes());
      out.writeLong(traffic.wireBytes());
      out.writeLong(traffic.refusedFrames());
    }
  }
}
