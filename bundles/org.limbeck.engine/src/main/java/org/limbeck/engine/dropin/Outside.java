package org.limbeck.engine.dropin;

/**
 * What reaches a run from outside while it goes on.
 *
 * @param plugins plug-ins that come and go
 * @param configurations options that are set
 */
public record Outside(PluginUpdates plugins, ConfigurationEdits configurations) {
  /** Nothing reaches the run. */
  public static final Outside NOTHING = new Outside(PluginUpdates.NONE, ConfigurationEdits.NONE);
}
