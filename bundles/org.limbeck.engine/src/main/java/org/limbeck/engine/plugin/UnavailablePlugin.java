package org.limbeck.engine.plugin;

import org.limbeck.engine.experiment.Kind;

/**
 * A plug-in that cannot be used now.
 *
 * @param kind its kind
 * @param name the name that experiments use
 * @param bundle the symbolic name of its bundle
 * @param reason why it cannot be used, and what would help, on one line
 */
public record UnavailablePlugin(Kind kind, String name, String bundle, String reason) {}
