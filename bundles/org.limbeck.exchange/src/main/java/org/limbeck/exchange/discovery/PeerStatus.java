package org.limbeck.exchange.discovery;

import org.limbeck.api.event.NeighbourChanged;

/**
 * What a device on its own has noticed of another one.
 *
 * @param device the id of the other device
 * @param state what it is now
 * @param reason why, in words; empty where the state says it all
 */
public record PeerStatus(String device, NeighbourChanged.State state, String reason) {}
