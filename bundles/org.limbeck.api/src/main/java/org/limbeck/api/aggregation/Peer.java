package org.limbeck.api.aggregation;

import org.limbeck.api.Block;

/**
 * A neighbour in the communication graph.
 *
 * @param id the device's id
 * @param weight w_nm, the entry of the mixing matrix between this device and the neighbour, above 0
 *     and below 1
 * @param copy the neighbour's public copy of the rows at hand; lent for the call
 */
public record Peer(String id, float weight, Block copy) {}
