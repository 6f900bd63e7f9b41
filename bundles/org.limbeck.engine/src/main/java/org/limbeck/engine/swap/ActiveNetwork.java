package org.limbeck.engine.swap;

import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.experiment.Experiment;

/**
 * All that the rounds of a run work with until something is swapped. Immutable but for the devices
 * themselves.
 *
 * @param experiment what is wanted
 * @param pluginSet the services
 * @param network the devices
 */
public record ActiveNetwork(Experiment experiment, PluginSet pluginSet, DeviceNetwork network) {}
