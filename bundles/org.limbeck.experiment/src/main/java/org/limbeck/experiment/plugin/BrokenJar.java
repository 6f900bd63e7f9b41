package org.limbeck.experiment.plugin;

/**
 * A jar in the plug-in folder that offers nothing.
 *
 * @param file its name
 * @param reason why, and what would help, on one line
 */
public record BrokenJar(String file, String reason) {}
