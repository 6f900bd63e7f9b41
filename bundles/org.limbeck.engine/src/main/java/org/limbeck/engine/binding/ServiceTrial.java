package org.limbeck.engine.binding;

/** Services that took the place of others, on trial until they are kept. */
public final class ServiceTrial implements AutoCloseable {
  private final Runnable keeping;
  private final Runnable goingBack;
  private boolean kept;

  /**
   * Begins a trial.
   *
   * @param keeping gives back what the services before still hold
   * @param goingBack goes back to the services before
   */
  ServiceTrial(Runnable keeping, Runnable goingBack) {
    this.keeping = keeping;
    this.goingBack = goingBack;
  }

  /** Keeps the new services. */
  public void keep() {
    kept = true;
    keeping.run();
  }

  /** Goes back to the services before, unless the new ones are kept. */
  @Override
  public void close() {
    if (!kept) {
      kept = true;
      goingBack.run();
    }
  }
}
