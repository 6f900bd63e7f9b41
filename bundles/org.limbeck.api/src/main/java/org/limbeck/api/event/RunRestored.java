package org.limbeck.api.event;

/**
 * A run goes on from a checkpoint. Comes right after {@link RunStarted}, which then describes the
 * devices and plug-ins of the checkpoint.
 *
 * @param round the number of rounds completed before the checkpoint
 */
public record RunRestored(long round) implements RunEvent {}
