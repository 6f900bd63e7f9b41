package org.limbeck.engine.membership;

import org.limbeck.engine.network.FaultyTransport;

/** Lets the time of a faulty network pass, in a thread of its own, until it is closed. */
final class Courier implements AutoCloseable {
  private final FaultyTransport transport;
  private final Thread thread;

  Courier(FaultyTransport transport) {
    this.transport = transport;
    this.thread = new Thread(this::work, "courier");
    thread.start();
  }

  FaultyTransport transport() {
    return transport;
  }

  private void work() {
    while (!Thread.currentThread().isInterrupted()) {
      transport.tick();
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
