package org.limbeck.exchange.neighbours;

/**
 * A device that another one talks to.
 *
 * @param id its id
 * @param weight the entry of the mixing matrix between the two
 */
public record Neighbour(String id, float weight) {}
