package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.security.CheckBudget;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.FrameCodes;
import org.limbeck.exchange.security.KeyRing;

/**
 * Tells by their codes which frames of neighbours are worth to be kept until their signatures are
 * looked at. Without a code for this device some in a second are, too, as their sender may not know
 * yet that it has this neighbour. Safe for use by several threads at once.
 */
final class CodeCheck {
  /** How many frames of a neighbour are kept in a second that have no code. */
  static final int WITHOUT_CODE = 100;

  private final KeyRing keys;
  private final FrameCodes codes;
  private final LongSupplier nanoTime;
  private final Map<String, Sender> senders = new HashMap<>();
  private Map<String, DeviceKeys> madeOf = Map.of();

  private record Sender(Optional<FrameCode> code, CheckBudget withoutCode) {}

  /**
   * Makes the check of a device.
   *
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   * @throws IllegalArgumentException if there is no private key of the device
   */
  CodeCheck(KeyRing keys, String device, LongSupplier nanoTime) {
    this.keys = keys;
    this.codes = keys.codes(device);
    this.nanoTime = nanoTime;
  }

  /** Forgets all but some senders. */
  synchronized void retain(Set<String> followed) {
    senders.keySet().retainAll(followed);
  }

  /** Returns whether a frame that begins as one of a neighbour is kept. */
  synchronized boolean keeps(String sender, ByteBuffer frame) {
    Map<String, DeviceKeys> current = keys.keys();
    if (current != madeOf) {
      senders.clear();
      madeOf = current;
    }
    Sender of = senders.computeIfAbsent(sender, this::sender);
    return (of.code().isPresent() && Frame.hasCode(frame, of.code().get()))
        || of.withoutCode().take();
  }

  private Sender sender(String id) {
    return new Sender(codes.from(id), new CheckBudget(WITHOUT_CODE, nanoTime));
  }
}
