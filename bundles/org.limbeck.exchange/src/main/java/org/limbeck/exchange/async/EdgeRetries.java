package org.limbeck.exchange.async;

/**
 * When one end of an edge asks for what it lacks, and sends what the other end lacks. Counts the
 * rounds that it mixes in.
 */
final class EdgeRetries {
  private static final int GAP_TIMEOUT = 1;
  private static final long LONGEST_PAUSE = 64;
  private static final int RESEND_EVERY = 2;

  private boolean replyDue;
  private int mixesWithGap;
  private long mixesUnestablished;
  private long mixesUntilResend;

  /** Counts a round in which frames may have been missing, or the other end has not answered. */
  void countRound(boolean asks, boolean hasGap) {
    mixesWithGap = hasGap ? mixesWithGap + 1 : 0;
    mixesUntilResend = Math.max(0, mixesUntilResend - 1);
    mixesUnestablished = asks ? mixesUnestablished + 1 : 0;
  }

  /** Begins to ask for a snapshot, or ends to. */
  void restart() {
    mixesUnestablished = 0;
  }

  /** Returns whether frames have been missing for so long that they must be asked for. */
  boolean isMissing() {
    return mixesWithGap >= GAP_TIMEOUT;
  }

  /** Takes note that the other end needs a snapshot. */
  void answer() {
    replyDue = true;
  }

  /** Takes note that a snapshot is sent. */
  void answered() {
    replyDue = false;
  }

  /** Who is not answered asks again, at growing intervals: after 1, 2, 4 and so on rounds. */
  boolean isSnapshotDue(boolean asks) {
    long n = mixesUnestablished;
    boolean isTime = n > 0 && ((n & (n - 1)) == 0 || n % LONGEST_PAUSE == 0);
    return replyDue || (asks && isTime);
  }

  /** Returns whether missing frames may be sent again: some rounds after the last time only. */
  boolean mayResend() {
    if (mixesUntilResend > 0) {
      return false;
    }
    mixesUntilResend = RESEND_EVERY;
    return true;
  }
}
