package org.limbeck.exchange.endpoint;

/** A transport cannot carry what is to be sent: the message says why, and what helps. */
public final class TransportException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  TransportException(IllegalStateException cause) {
    super(cause.getMessage(), cause);
  }
}
