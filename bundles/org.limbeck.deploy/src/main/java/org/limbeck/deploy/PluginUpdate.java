package org.limbeck.deploy;

import java.util.Set;
import org.osgi.framework.Bundle;

/** Plug-ins that have come, changed or gone, but not yet in the running system. */
public interface PluginUpdate {

  /** Returns the files that it comes from, in words. */
  String source();

  /** Returns the bundles whose classes go when it is applied. */
  Set<Bundle> affected();

  /** Installs, updates and removes bundles, and starts those that can be started. */
  void apply();
}
