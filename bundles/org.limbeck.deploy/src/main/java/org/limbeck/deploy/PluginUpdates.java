package org.limbeck.deploy;

import java.util.Map;
import java.util.Optional;

/** Plug-ins that come, change and go while runs go on. Safe for use by several threads at once. */
@FunctionalInterface
public interface PluginUpdates {
  /** Nothing comes or goes. */
  PluginUpdates NONE = Optional::empty;

  /** Returns what has come, changed or gone since the last update was applied, if anything. */
  Optional<PluginUpdate> pending();

  /**
   * Returns the jars that offer nothing since the last time this was asked, each told once.
   *
   * @return why, by file
   */
  default Map<String, String> newFaults() {
    return Map.of();
  }
}
