package org.limbeck.exchange.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What all frames of a device have in common. Arrays are not copied, and must not be changed.
 *
 * @param network the tag of the network
 * @param sender the device's id in UTF-8, 1 to 255 bytes
 * @param incarnation how often the device has begun anew, 0 to 2^32 - 1
 * @param reference the tag of the reference data
 * @param codec the tag of the codec
 */
public record Envelope(long network, byte[] sender, long incarnation, int reference, int codec) {
  private static final int MAX_SENDER_BYTES = 255;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is violated
   */
  public Envelope {
    if (sender.length == 0 || sender.length > MAX_SENDER_BYTES) {
      throw new IllegalArgumentException(
          "the id of a device has " + sender.length + " bytes, and must have 1 to 255");
    }
    requireUnsigned("incarnation", incarnation);
  }

  /**
   * Makes the envelope of a device in its first incarnation, 0.
   *
   * @param network the name of the network: devices whose frames have another do not listen
   * @param sender the device's id
   * @param referenceDigest the digest of the reference data, at least 4 bytes
   * @param codec the name of the codec and its options
   */
  public static Envelope of(String network, String sender, byte[] referenceDigest, String codec) {
    return new Envelope(
        FrameTag.of8(network),
        sender.getBytes(StandardCharsets.UTF_8),
        0,
        ByteBuffer.wrap(referenceDigest).getInt(),
        FrameTag.of4(codec));
  }

  /** Returns the envelope of the same device in another incarnation. */
  public Envelope withIncarnation(long other) {
    return new Envelope(network, sender, other, reference, codec);
  }

  /**
   * Returns the envelope of the same device in a run of the network: frames of other runs have
   * another tag.
   */
  public Envelope inRun(String run) {
    return new Envelope(
        FrameTag.of8(HexFormat.of().toHexDigits(network) + " " + run),
        sender,
        incarnation,
        reference,
        codec);
  }

  /** Returns the envelope of another device of the same network. */
  public Envelope from(String other) {
    byte[] id = other.getBytes(StandardCharsets.UTF_8);
    return new Envelope(network, id, incarnation, reference, codec);
  }

  /** Returns the device's id. */
  public String device() {
    return new String(sender, StandardCharsets.UTF_8);
  }

  static void requireUnsigned(String name, long value) {
    if (value < 0 || value > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException(
          "the " + name + " of a frame is " + value + ", and must be from 0 to 4294967295");
    }
  }
}
