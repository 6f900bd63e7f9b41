package org.limbeck.architectures.external;

import java.util.Locale;

/** What a message of the protocol is about. */
enum MessageKind {
  HELLO(1),
  CREATE(2),
  ROWS(3),
  FORGET(4),
  PREDICT(5),
  STEP(6),
  PRIVATE_STEP(7),
  GRADIENT(8),
  GET_WEIGHTS(9),
  SET_WEIGHTS(10),
  SAVE(11),
  RESTORE(12),
  CLOSE(13),
  ERROR(127);

  private final byte code;

  MessageKind(int code) {
    this.code = (byte) code;
  }

  /** Returns the byte that stands for it. */
  byte code() {
    return code;
  }

  /** Returns the name that the protocol has for it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
