package org.limbeck.engine.device;

import java.util.function.Supplier;
import org.limbeck.exchange.channel.Workspace;

/**
 * The workspace that a worker lends a device for the time of one call. It is given back however the
 * call ends:
 *
 * <pre>{@code
 * loan.begin(workspace);
 * try (loan) {
 *   // the device has buffers
 * }
 * }</pre>
 */
public final class WorkspaceLoan implements Supplier<Workspace>, AutoCloseable {
  private Workspace workspace;

  void begin(Workspace lent) {
    workspace = lent;
  }

  /**
   * Returns what is lent.
   *
   * @throws IllegalStateException if nothing is
   */
  @Override
  public Workspace get() {
    if (workspace == null) {
      throw new IllegalStateException("buffers are there while a round begins or finishes");
    }
    return workspace;
  }

  @Override
  public void close() {
    workspace = null;
  }
}
