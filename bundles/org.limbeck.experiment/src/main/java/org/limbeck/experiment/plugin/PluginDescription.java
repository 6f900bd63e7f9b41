package org.limbeck.experiment.plugin;

import java.util.List;
import org.limbeck.experiment.PluginKind;

/**
 * A plug-in.
 *
 * @param kind its kind
 * @param name the name that experiments use
 * @param description what it does, in a sentence; may be empty
 * @param bundle the symbolic name of its bundle
 * @param version the version of its bundle
 * @param pid the factory PID of its configurations
 * @param options its options, in the order of their names
 */
public record PluginDescription(
    PluginKind kind,
    String name,
    String description,
    String bundle,
    String version,
    String pid,
    List<OptionDescription> options) {

  /** Copies the list. */
  public PluginDescription {
    options = List.copyOf(options);
  }
}
