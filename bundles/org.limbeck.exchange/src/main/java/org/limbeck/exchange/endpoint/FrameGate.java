package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.limbeck.api.transport.ForwardingFrameSink;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.security.KeyRing;

/**
 * Stands between a transport and the inbox of a device: lets in what one of those whom the device
 * follows may have sent, as far as the first bytes tell, and its code where there are keys; and no
 * more of each than its share of the memory. Everything else is dropped before it costs anything,
 * and counted. Safe for use by several threads at once.
 */
final class FrameGate extends ForwardingFrameSink {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final String device;
  private final FrameInbox inbox;
  private final WaitingShare share;
  private final Optional<CodeCheck> codes;
  private final RefusalLog log;
  private final LongSupplier nanoTime;

  /** Those whom the device follows, with their ids in UTF-8. */
  private volatile Map<String, byte[]> followed = Map.of();

  private long lastTold;
  private long sinceTold;

  /**
   * Lets nobody in.
   *
   * @param share how many bytes may wait
   * @param keys what tells by codes whose frames these are; empty if frames are not signed
   * @param log tells what is dropped
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  FrameGate(
      String device,
      FrameInbox inbox,
      WaitingShare share,
      Optional<KeyRing> keys,
      RefusalLog log,
      LongSupplier nanoTime) {
    super(inbox);
    this.device = device;
    this.inbox = inbox;
    this.share = share;
    this.codes = keys.map(ring -> new CodeCheck(ring, device, nanoTime));
    this.log = log;
    this.nanoTime = nanoTime;
    this.lastTold = nanoTime.getAsLong() - MINUTE;
  }

  /** Lets these in from now on, and nobody else. */
  void follow(Collection<String> devices) {
    Map<String, byte[]> ids =
        devices.stream()
            .distinct()
            .collect(Collectors.toMap(id -> id, id -> id.getBytes(StandardCharsets.UTF_8)));
    codes.ifPresent(check -> check.retain(ids.keySet()));
    followed = ids;
  }

  /** Takes a frame of a transport that does not know whose it is: of whom it says itself. */
  @Override
  public void frame(ByteBuffer frame) {
    frame(Frame.claimedSender(frame), frame);
  }

  @Override
  public void frame(String sender, ByteBuffer frame) {
    Map<String, byte[]> now = followed;
    byte[] id = now.get(sender);
    if (id == null || !Frame.beginsAsOf(frame, id)) {
      refuse("is of none of its neighbours, or does not say so");
    } else if (codes.isPresent() && !codes.get().keeps(sender, frame)) {
      refuse("has no code for it, nor have many others of its sender");
    } else {
      long most = share.ofANeighbour(now.size());
      if (!inbox.add(sender, frame, most)) {
        refuse("is more than the " + most + " bytes of one neighbour that may wait");
      }
    }
  }

  private synchronized void refuse(String why) {
    inbox.refuse();
    sinceTold++;
    long now = nanoTime.getAsLong();
    if (now - lastTold >= MINUTE) {
      log.say(
          System.Logger.Level.WARNING,
          "{0} drops {1} frames in a minute or less; one {2}",
          device,
          sinceTold,
          why);
      lastTold = now;
      sinceTold = 0;
    }
  }
}
