package org.limbeck.exchange.security;

import java.security.PrivateKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The codes that a device puts to its frames for others, and those that others put to theirs for
 * it. Follows the keys of others; its own is that of its start, by which it signs too. Used by one
 * thread at a time.
 */
public final class FrameCodes {
  private final KeyRing keys;
  private final String device;
  private final PrivateKey own;
  private final Map<String, Optional<FrameCode>> sending = new HashMap<>();
  private Map<String, DeviceKeys> madeOf = Map.of();

  FrameCodes(KeyRing keys, String device, PrivateKey own) {
    this.keys = keys;
    this.device = device;
    this.own = own;
  }

  /** Returns what makes the codes for a receiver; empty if the two have no secret. */
  public Optional<FrameCode> to(String receiver) {
    Map<String, DeviceKeys> current = keys.keys();
    if (current != madeOf) {
      sending.clear();
      madeOf = current;
    }
    return sending.computeIfAbsent(receiver, other -> code(other, device, other));
  }

  /** Makes what makes the codes of a sender for this device; empty if the two have no secret. */
  public Optional<FrameCode> from(String sender) {
    return code(sender, sender, device);
  }

  private Optional<FrameCode> code(String other, String sender, String receiver) {
    return Optional.ofNullable(keys.keys().get(other))
        .flatMap(of -> PairSecret.of(own, of.publicKey()))
        .map(secret -> new FrameCode(secret, sender, receiver));
  }
}
