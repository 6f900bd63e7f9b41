package org.limbeck.experiment;

/**
 * A change that an experiment asks for ahead of time.
 *
 * @param round the number of rounds completed before it takes effect, at least 1
 * @param entry what changes: a YAML mapping on one line, as for {@link
 *     org.limbeck.engine.control.RunControl#change}
 */
public record ScheduledSwap(long round, String entry) {}
