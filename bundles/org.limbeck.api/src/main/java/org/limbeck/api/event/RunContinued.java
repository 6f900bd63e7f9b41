package org.limbeck.api.event;

/**
 * A run that stood still goes on.
 *
 * @param round the number of rounds completed
 */
public record RunContinued(long round) implements RunEvent {}
