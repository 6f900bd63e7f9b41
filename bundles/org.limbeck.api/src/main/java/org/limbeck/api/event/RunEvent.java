package org.limbeck.api.event;

/**
 * Something that happened in a run. Events are immutable and come in the order of the rounds. Later
 * versions add kinds of events: observers pass over those that they do not know.
 */
public sealed interface RunEvent
    permits RunStarted,
        RunRestored,
        RoundCompleted,
        DecisionsTaken,
        RoundEvaluated,
        Rewired,
        NeighbourChanged,
        ChangeRefused,
        CheckpointMissed,
        RunPaused,
        RunContinued,
        RunCompleted {}
