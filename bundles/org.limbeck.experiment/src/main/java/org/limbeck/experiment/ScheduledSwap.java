package org.limbeck.experiment;

/**
 * A swap that an experiment asks for ahead of time.
 *
 * @param round the number of rounds completed before it takes effect, at least 1
 * @param swap what changes
 */
public record ScheduledSwap(long round, Swap swap) {}
