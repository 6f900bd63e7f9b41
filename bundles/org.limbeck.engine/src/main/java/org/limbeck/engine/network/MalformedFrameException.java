package org.limbeck.engine.network;

/** Received bytes that are not a frame this device can use. The message says why. */
public final class MalformedFrameException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public MalformedFrameException(String message) {
    super(message);
  }
}
