package org.limbeck.health.check;

/**
 * When a run counts as slow, and when as stalled.
 *
 * @param slowFactor a round that takes this many times as long as usual is slow
 * @param slowSeconds but not if it takes no longer than this
 * @param stalledSeconds a run that completes no round for so long is stalled
 */
record StallThresholds(double slowFactor, double slowSeconds, double stalledSeconds) {}
