package org.limbeck.experiment;

/** Whether devices wait for each other. */
public enum ExecutionMode {
  /** No device finishes a round before the frames of its neighbours are there. */
  LOCK_STEP,
  /** No device waits for another one. */
  ASYNCHRONOUS
}
