package org.limbeck.exchange.endpoint;

/** Lets the time of a faulty network pass, in a thread of its own, until it is closed. */
public final class TickingNetwork implements AutoCloseable {
  private final FaultyNetworkTransport transport;
  private final Thread thread;

  public TickingNetwork(FaultyNetworkTransport transport) {
    this.transport = transport;
    this.thread = new Thread(this::work, "network-ticks");
    thread.start();
  }

  public FaultyNetworkTransport transport() {
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
