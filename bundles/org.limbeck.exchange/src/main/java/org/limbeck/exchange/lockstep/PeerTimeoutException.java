package org.limbeck.exchange.lockstep;

import java.time.Duration;
import java.util.List;

/** Neighbours in other processes have sent nothing for longer than a device waits for them. */
public final class PeerTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PeerTimeoutException(String device, long round, List<String> missing, Duration timeout) {
    super(
        device
            + " has waited "
            + timeout.toSeconds()
            + " s in round "
            + round
            + " for "
            + String.join(", ", missing)
            + ": see whether their processes run; then go on with limbeck resume in all parts");
  }
}
