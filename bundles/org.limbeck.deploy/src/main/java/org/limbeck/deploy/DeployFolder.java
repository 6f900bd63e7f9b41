package org.limbeck.deploy;

import java.util.List;
import org.limbeck.experiment.plugin.BrokenJar;

/** The folder that people drop plug-ins into. Safe for use by several threads at once. */
public interface DeployFolder extends PluginUpdates {

  /** Returns the jars in it that offer nothing, by name. */
  List<BrokenJar> broken();
}
