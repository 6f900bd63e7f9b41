package org.limbeck.engine.binding;

import java.util.Map;
import org.limbeck.experiment.PluginChoice;

/** A service that was made anew and took the place of another, on trial until it is kept. */
public final class ServiceReplacement implements AutoCloseable {
  private final Map<PluginChoice, ServiceLease> held;
  private final PluginChoice choice;
  private final ServiceLease former;
  private boolean kept;

  ServiceReplacement(
      Map<PluginChoice, ServiceLease> held, PluginChoice choice, ServiceLease latter) {
    this.held = held;
    this.choice = choice;
    this.former = held.put(choice, latter);
  }

  /** Keeps the new service, and gives the former back. */
  public void keep() {
    kept = true;
    former.close();
  }

  /** Goes back to the former service, unless the new one is kept. */
  @Override
  public void close() {
    if (!kept) {
      kept = true;
      held.put(choice, former).close();
    }
  }
}
