package org.limbeck.engine.rewiring;

import org.limbeck.engine.device.Network;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.wiring.Wiring;

/**
 * All that the rounds of a run work with until something is swapped. Immutable but for the devices
 * themselves.
 *
 * @param experiment what is wanted
 * @param wiring the services
 * @param network the devices
 */
public record Situation(Experiment experiment, Wiring wiring, Network network) {}
