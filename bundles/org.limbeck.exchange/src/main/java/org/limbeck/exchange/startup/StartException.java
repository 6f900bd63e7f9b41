package org.limbeck.exchange.startup;

/** Devices in several processes cannot begin together; the message says why. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartException(String message) {
    super(message);
  }
}
