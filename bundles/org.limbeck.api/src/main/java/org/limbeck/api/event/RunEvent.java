package org.limbeck.api.event;

/** Something that happened in a run. Events are immutable and come in the order of the rounds. */
public sealed interface RunEvent permits RunStarted, RoundCompleted, RoundEvaluated, RunCompleted {}
