package org.limbeck.exchange.lockstep;

import java.time.Duration;
import java.util.List;

/** Neighbours in other processes have sent nothing for longer than the run is patient. */
public final class PeerTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PeerTimeoutException(String device, long round, List<String> silent, Duration patience) {
    super(
        device
            + " has waited "
            + patience.toSeconds()
            + " s in round "
            + round
            + " for "
            + String.join(", ", silent)
            + ": see whether their processes run; then go on with limbeck resume in all parts");
  }
}
