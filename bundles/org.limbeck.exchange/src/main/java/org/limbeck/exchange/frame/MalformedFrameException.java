package org.limbeck.exchange.frame;

/**
 * Received bytes that are not a frame this device can use. The message says why. It has no stack
 * trace, as anyone who can send bytes can make a device throw it.
 */
public final class MalformedFrameException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectReason reason;

  /** Makes the exception about a frame that is whole, but not what is due. */
  public MalformedFrameException(String message) {
    this(RejectReason.UNEXPECTED, message);
  }

  /** Makes the exception. */
  public MalformedFrameException(RejectReason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** Returns why, as it is counted. */
  public RejectReason reason() {
    return reason;
  }
}
