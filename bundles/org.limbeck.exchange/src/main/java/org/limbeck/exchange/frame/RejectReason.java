package org.limbeck.exchange.frame;

/** Why a device does not use bytes that have arrived. */
public enum RejectReason {
  /** They do not begin as a frame does. */
  NO_FRAME,
  /** The frame is of a format that this device does not read. */
  OTHER_VERSION,
  /** It is longer than frames may be. */
  OVERSIZED,
  /** Its header and its length contradict each other, or its header says what headers never say. */
  MALFORMED,
  /** Its checksum is wrong. */
  DAMAGED,
  /** It belongs to another run or network. */
  OTHER_NETWORK,
  /** Its sender has other reference data. */
  OTHER_REFERENCE,
  /** Its sender has another codec, or the same with other options. */
  OTHER_CODEC,
  /** It is of a kind that this device does not know. */
  UNKNOWN_KIND,
  /** Its sender is none that this device listens to. */
  UNKNOWN_SENDER,
  /** It is not signed, and this device demands it. */
  UNSIGNED,
  /** It is signed, and this device has no keys to check that with. */
  UNVERIFIABLE,
  /** Its signature is not that of its sender. */
  FORGED,
  /** It has been here before, or is too old to tell. */
  REPLAYED,
  /** Its sender has restarted since. */
  FORMER_INCARNATION,
  /** It is so far ahead that there is no room to keep it until its round. */
  TOO_EARLY,
  /** It is not the next frame of its channel, or its channel is not there. */
  UNEXPECTED,
  /** Its payload cannot be decoded. */
  UNDECODABLE,
  /** Its payload has a value that is not finite. */
  NOT_FINITE,
  /** Its payload has a value that no honest device sends. */
  OUT_OF_BOUNDS;

  /**
   * Returns whether no honest device gives cause for it, and no network either: who has signed such
   * a frame is to blame.
   */
  public boolean isFault() {
    return switch (this) {
      case UNEXPECTED, UNDECODABLE, NOT_FINITE, OUT_OF_BOUNDS -> true;
      default -> false;
    };
  }

  /** Returns whether networks do such a thing by themselves, without anybody's ill will. */
  public boolean isUsual() {
    return this == REPLAYED || this == FORMER_INCARNATION;
  }
}
