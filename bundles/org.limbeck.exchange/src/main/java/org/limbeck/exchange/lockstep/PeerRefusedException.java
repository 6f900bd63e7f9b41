package org.limbeck.exchange.lockstep;

/** A neighbour that a device in step needs is left out, as its frames cannot be used. */
public final class PeerRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PeerRefusedException(String device, long round, String peer, String reason) {
    super(
        device
            + " needs "
            + peer
            + " in round "
            + round
            + ", and leaves it out: "
            + reason
            + "; see what its process is, or take its key out; then go on with limbeck resume in"
            + " all parts");
  }
}
