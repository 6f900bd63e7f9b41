package org.limbeck.deploy;

/**
 * What reaches a run from outside while it goes on.
 *
 * @param plugins plug-ins that come and go
 * @param configurations options that are set
 */
public record ExternalUpdates(PluginUpdates plugins, ConfigurationUpdates configurations) {
  /** Nothing reaches the run. */
  public static final ExternalUpdates NOTHING =
      new ExternalUpdates(PluginUpdates.NONE, ConfigurationUpdates.NONE);
}
