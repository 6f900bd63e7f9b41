package org.limbeck.deploy;

import java.util.List;

/**
 * Options of plug-ins that someone sets from outside, such as by a file in {@code etc/}. Safe for
 * use by several threads at once.
 */
@FunctionalInterface
public interface ConfigurationUpdates {
  /** Nobody sets anything. */
  ConfigurationUpdates NONE = List::of;

  /** Returns the updates that have come or changed since this was last asked. */
  List<ConfigurationUpdate> pending();
}
