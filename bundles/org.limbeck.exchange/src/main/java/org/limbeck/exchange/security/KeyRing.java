package org.limbeck.exchange.security;

import java.security.PrivateKey;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The keys of the devices that may send, and the private ones of those that send from here, as they
 * are at the moment. Safe for use by several threads at once; what it makes is not.
 *
 * @param source where they are from, for messages
 * @param current returns the keys by the device's id: the same map for as long as nothing changes
 */
public record KeyRing(String source, Supplier<Map<String, DeviceKeys>> current) {

  /** Copies keys that stay as they are, in the order of the ids. */
  public KeyRing(String source, Map<String, DeviceKeys> keys) {
    this(source, constant(Collections.unmodifiableMap(new TreeMap<>(keys))));
  }

  private static Supplier<Map<String, DeviceKeys>> constant(Map<String, DeviceKeys> keys) {
    return () -> keys;
  }

  /** Returns the keys by the device's id: the same map for as long as nothing changes. */
  public Map<String, DeviceKeys> keys() {
    return current.get();
  }

  /**
   * Makes a signer for a device that sends from here.
   *
   * @throws IllegalArgumentException if its private key is not there
   */
  public FrameSigner signer(String device) {
    return new FrameSigner(privateKey(device));
  }

  /**
   * Makes the codes of a device that sends from here.
   *
   * @throws IllegalArgumentException if its private key is not there
   */
  public FrameCodes codes(String device) {
    return new FrameCodes(this, device, privateKey(device));
  }

  /**
   * Checks that a device can send from here.
   *
   * @throws IllegalArgumentException if its private key is not there
   */
  public void requirePrivateKey(String device) {
    privateKey(device);
  }

  private PrivateKey privateKey(String device) {
    return Optional.ofNullable(keys().get(device))
        .flatMap(DeviceKeys::privateKey)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    source
                        + ": there is no private key of "
                        + device
                        + " to sign with; 'limbeck keys create "
                        + device
                        + "' makes one"));
  }

  /** Makes a verifier for a device; empty if the device may not send. */
  public Optional<FrameVerifier> verifier(String device) {
    return Optional.ofNullable(keys().get(device)).map(of -> new FrameVerifier(of.publicKey()));
  }
}
