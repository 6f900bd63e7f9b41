package org.limbeck.exchange.channel;

/** A device's training has diverged: what it would send is not finite. */
public final class DivergenceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  DivergenceException(String device, long round, String what) {
    super(
        device
            + " diverged in round "
            + round
            + ": "
            + what
            + "; use a smaller stepSize or a smaller regularization");
  }
}
