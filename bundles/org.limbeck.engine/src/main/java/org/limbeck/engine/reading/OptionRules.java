package org.limbeck.engine.reading;

import java.util.Optional;
import org.limbeck.engine.plugin.OptionDescription;
import org.limbeck.engine.plugin.PluginDescription;

/** The limits that plug-ins set to their options. */
@FunctionalInterface
public interface OptionRules {

  /** Returns what is wrong with a value, as it is written; empty if nothing is. */
  Optional<String> complaint(PluginDescription plugin, OptionDescription option, String value);
}
