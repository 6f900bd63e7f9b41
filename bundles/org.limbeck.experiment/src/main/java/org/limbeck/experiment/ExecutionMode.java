package org.limbeck.experiment;

import java.util.Locale;

/** Whether devices wait for each other. */
public enum ExecutionMode {
  /** No device finishes a round before the frames of its neighbours are there. */
  LOCK_STEP,
  /** No device waits for another one. */
  ASYNCHRONOUS;

  /** Returns the word for it in experiment files, such as {@code lock-step}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
