package org.limbeck.api.event;

/**
 * A run has completed its last round.
 *
 * @param rounds the number of rounds completed
 */
public record RunCompleted(long rounds) implements RunEvent {}
