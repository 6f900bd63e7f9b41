package org.limbeck.api.event;

/**
 * A checkpoint could not be written, and the run goes on without; or one has been written again.
 * Told once for as long as it lasts.
 *
 * @param round the number of rounds completed
 * @param fault where and why it could not be written; empty once one has been written again
 */
public record CheckpointMissed(long round, String fault) implements RunEvent {}
