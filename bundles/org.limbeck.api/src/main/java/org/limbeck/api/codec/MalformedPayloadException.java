package org.limbeck.api.codec;

/** Received bytes that are not what the codec writes. The message says what is wrong with them. */
public final class MalformedPayloadException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes the exception; {@code message} says what was expected and what came. */
  public MalformedPayloadException(String message) {
    super(message);
  }
}
