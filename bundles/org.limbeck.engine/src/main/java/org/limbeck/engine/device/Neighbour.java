package org.limbeck.engine.device;

/**
 * A device that another one talks to.
 *
 * @param id its id
 * @param weight the entry of the mixing matrix between the two
 */
record Neighbour(String id, float weight) {}
