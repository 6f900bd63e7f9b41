package org.limbeck.exchange.channel;

/**
 * What a channel sends in a round, to each neighbour or to the server.
 *
 * @param rows how many rows, at most; 0 if nothing is sent
 * @param width values per row
 * @param mapBytes bytes of the map that says which of the rows are sent
 * @param toServer whether it goes to the server
 */
public record PlannedFrame(int rows, int width, int mapBytes, boolean toServer) {}
