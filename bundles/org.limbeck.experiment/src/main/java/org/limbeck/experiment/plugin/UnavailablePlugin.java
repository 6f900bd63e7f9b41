package org.limbeck.experiment.plugin;

import org.limbeck.experiment.PluginKind;

/**
 * A plug-in that cannot be used now.
 *
 * @param kind its kind
 * @param name the name that experiments use
 * @param bundle the symbolic name of its bundle
 * @param reason why it cannot be used, and what would help, on one line
 */
public record UnavailablePlugin(PluginKind kind, String name, String bundle, String reason) {}
