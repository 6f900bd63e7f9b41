package org.limbeck.experiment.plugin;

import java.util.List;
import java.util.Optional;
import org.limbeck.experiment.PluginKind;
import org.osgi.annotation.versioning.ProviderType;

/** The plug-ins of the running system. An OSGi service; safe for use by several threads at once. */
@ProviderType
public interface PluginCatalog {

  /** Returns the plug-ins that can be used now, by kind and name. */
  List<PluginDescription> plugins();

  /** Returns the plug-ins that are known of but cannot be used now, by kind and name. */
  List<UnavailablePlugin> unavailable();

  /** Returns the jars in the plug-in folder that offer nothing, by name. */
  List<BrokenJar> broken();

  /** Returns a plug-in that can be used now. */
  default Optional<PluginDescription> find(PluginKind kind, String name) {
    return plugins().stream().filter(p -> p.kind() == kind && p.name().equals(name)).findFirst();
  }
}
