package org.limbeck.health.check;

/**
 * How fast a run's rounds have been, from when it was first looked at.
 *
 * @param round the rounds completed then
 * @param nanos the clock then
 */
record RoundRate(long round, long nanos) {

  /** Returns the mean seconds per round since then; NaN while none has been completed. */
  double secondsPerRound(long nowRound, long nowNanos) {
    return nowRound <= round ? Double.NaN : (nowNanos - nanos) / 1e9 / (nowRound - round);
  }
}
