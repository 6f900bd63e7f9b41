package org.limbeck.experiment.plugin;

import java.util.Optional;

/** The limits that plug-ins set to their options. */
@FunctionalInterface
public interface OptionRules {

  /** Returns what is wrong with a value, as it is written; empty if nothing is. */
  Optional<String> complaint(PluginDescription plugin, OptionDescription option, String value);
}
