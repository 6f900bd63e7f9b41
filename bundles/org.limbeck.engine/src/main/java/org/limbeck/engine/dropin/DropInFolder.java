package org.limbeck.engine.dropin;

import java.util.List;
import org.limbeck.engine.plugin.BrokenJar;

/** The folder that people drop plug-ins into. Safe for use by several threads at once. */
public interface DropInFolder extends PluginUpdates {

  /** Returns the jars in it that offer nothing, by name. */
  List<BrokenJar> broken();
}
