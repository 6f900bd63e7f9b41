package org.limbeck.api.event;

/**
 * A run stands still between two rounds.
 *
 * @param round the number of rounds completed
 * @param reason why, and what it waits for
 */
public record RunPaused(long round, String reason) implements RunEvent {}
