package org.limbeck.exchange.endpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.limbeck.exchange.discovery.Quarantine;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.FrameVerifier;
import org.limbeck.exchange.security.KeyRing;

/**
 * Stands between the frames that arrive from other processes and the channels of a device: what is
 * not of this network, these data and this codec, or not signed by whom it says where there are
 * keys, changes nothing. What is refused is counted, and named in the log once per sender and
 * minute. Used by one thread at a time.
 */
public final class FrameFilter {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
  private static final int MAX_SENDERS = 1000;

  private Envelope own;
  private final Optional<KeyRing> keys;
  private final Quarantine quarantine;
  private final RefusalLog log;
  private final LongSupplier nanoTime;
  private final Map<String, Optional<FrameVerifier>> verifiers = new HashMap<>();
  private Map<String, DeviceKeys> verifiedBy = Map.of();
  private final Map<String, Long> lastTold = new HashMap<>();
  private long refused;

  /**
   * Makes a filter.
   *
   * @param own what the frames of the device have in common
   * @param keys who may send; empty if anybody may
   * @param quarantine is told of refused frames that their senders have signed
   * @param log names what is refused
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  public FrameFilter(
      Envelope own,
      Optional<KeyRing> keys,
      Quarantine quarantine,
      RefusalLog log,
      LongSupplier nanoTime) {
    this.own = own;
    this.keys = keys;
    this.quarantine = quarantine;
    this.log = log;
    this.nanoTime = nanoTime;
  }

  /** Refuses from now on what is not of a run. */
  void bind(String run) {
    own = own.inRun(run);
  }

  /**
   * Lets a whole frame pass.
   *
   * @throws MalformedFrameException if it is not for this device
   */
  void admit(Frame frame) throws MalformedFrameException {
    require(frame.network() == own.network(), RejectReason.OTHER_NETWORK, frame, "another network");
    require(
        frame.reference() == own.reference(),
        RejectReason.OTHER_REFERENCE,
        frame,
        "other reference data");
    require(frame.codec() == own.codec(), RejectReason.OTHER_CODEC, frame, "another codec");
    require(
        frame.kind() <= Frame.REQUEST,
        RejectReason.UNKNOWN_KIND,
        frame,
        "a kind that is not known");
    if (keys.isPresent()) {
      FrameVerifier verifier =
          verifier(frame.sender(), keys.get())
              .orElseThrow(
                  () ->
                      new MalformedFrameException(
                          RejectReason.UNKNOWN_SENDER, "there is no key of " + frame.sender()));
      require(frame.isSigned(), RejectReason.UNSIGNED, frame, "no signature");
      require(
          frame.isSignedBy(verifier), RejectReason.FORGED, frame, "a signature of someone else");
    } else {
      require(
          !frame.isSigned(), RejectReason.UNVERIFIABLE, frame, "a signature, and here are no keys");
    }
  }

  /**
   * Takes note of a frame that was admitted, and cannot be used all the same: whoever has signed it
   * is charged with it.
   */
  public void charge(String sender, MalformedFrameException reason) {
    refuse(sender, reason);
    if (keys.isPresent()) {
      quarantine.charge(sender, reason);
    }
  }

  /** Takes note of a frame that cannot be used. */
  void refuse(String sender, MalformedFrameException reason) {
    refused++;
    long now = nanoTime.getAsLong();
    Long last = lastTold.get(sender);
    boolean due = last == null ? lastTold.size() < MAX_SENDERS : now - last >= MINUTE;
    if (due) {
      lastTold.put(sender, now);
      log.say(
          reason.reason().isUsual() ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
          "{0} refuses a frame of {1}: {2}",
          own.device(),
          sender,
          reason.getMessage());
    }
  }

  /** Returns how many frames were refused. */
  long refused() {
    return refused;
  }

  /** Strangers are not remembered, as anybody can make up names. */
  private Optional<FrameVerifier> verifier(String sender, KeyRing ring) {
    Map<String, DeviceKeys> current = ring.keys();
    if (current != verifiedBy) {
      verifiers.clear();
      verifiedBy = current;
    }
    return current.containsKey(sender)
        ? verifiers.computeIfAbsent(sender, ring::verifier)
        : Optional.empty();
  }

  private static void require(boolean fits, RejectReason refusal, Frame frame, String what)
      throws MalformedFrameException {
    if (!fits) {
      throw new MalformedFrameException(refusal, "a frame of " + frame.sender() + " has " + what);
    }
  }
}
