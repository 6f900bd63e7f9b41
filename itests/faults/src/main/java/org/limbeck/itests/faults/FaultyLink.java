package org.limbeck.itests.faults;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.transport.ForwardingLink;
import org.limbeck.api.transport.Link;

/** A device's end of a network that does to its frames what it likes, and leaves announcements. */
final class FaultyLink extends ForwardingLink {
  private final String device;
  private final Link link;
  private final Faults faults;
  private final int forged;
  private final Map<String, Lane> lanes = new HashMap<>();
  private int sent;

  /**
   * Makes the end of a device.
   *
   * @param link what carries the frames that are left
   * @param forged the number of the frame, from 1, that says something else than the device does; 0
   *     for none
   */
  FaultyLink(String device, Link link, Faults faults, int forged) {
    super(link);
    this.device = device;
    this.link = link;
    this.faults = faults;
    this.forged = forged;
  }

  @Override
  public void send(Collection<String> to, ByteBuffer frame) {
    ByteBuffer copy = ByteBuffer.allocate(frame.remaining());
    copy.put(0, frame, frame.position(), frame.remaining());
    if (++sent == forged) {
      Forgery.forge(copy);
    }
    for (String receiver : to) {
      Lane lane = lanes.computeIfAbsent(receiver, other -> new Lane(faults, device, other));
      for (ByteBuffer arrived : lane.send(copy)) {
        link.send(List.of(receiver), arrived.duplicate());
      }
    }
  }
}
