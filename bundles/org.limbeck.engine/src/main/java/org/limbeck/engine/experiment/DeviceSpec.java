package org.limbeck.engine.experiment;

/**
 * A device that an experiment asks for.
 *
 * @param id the device's id, unique in its experiment: lower-case letters, digits and hyphens
 * @param architecture what it makes its model with
 */
public record DeviceSpec(String id, PluginChoice architecture) {}
