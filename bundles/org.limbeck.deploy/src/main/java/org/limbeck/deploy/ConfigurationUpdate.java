package org.limbeck.deploy;

import java.util.Map;
import org.limbeck.experiment.PluginKind;

/**
 * Options of a plug-in that someone sets from outside.
 *
 * @param source where they are set, such as {@code etc/org.limbeck.topologies.SmallWorld-live.cfg}
 * @param kind the kind of plug-in
 * @param name the name of the plug-in
 * @param options the values as YAML, by option
 */
public record ConfigurationUpdate(
    String source, PluginKind kind, String name, Map<String, String> options) {

  /** Copies the options. */
  public ConfigurationUpdate {
    options = Map.copyOf(options);
  }
}
