package org.limbeck.engine.dropin;

import java.util.Map;
import org.limbeck.engine.experiment.Kind;

/**
 * Options of a plug-in that someone sets from outside.
 *
 * @param source where they are set, such as {@code etc/org.limbeck.topologies.SmallWorld-live.cfg}
 * @param kind the kind of plug-in
 * @param name the name of the plug-in
 * @param options the values as YAML, by option
 */
public record ConfigurationEdit(
    String source, Kind kind, String name, Map<String, String> options) {

  /** Copies the options. */
  public ConfigurationEdit {
    options = Map.copyOf(options);
  }
}
