package org.limbeck.exchange.server;

/**
 * The values that a device holds ready for the server.
 *
 * @param round the round
 * @param payloadBytes the size of the payload of their frame
 * @param tolerance how far the mean may be without them: the squared L2 distance from what was sent
 *     to all devices last
 * @param most if so many devices send values, they are asked for
 */
record OfferedValues(long round, int payloadBytes, double tolerance, int most) {
  static final OfferedValues NONE = new OfferedValues(-1, 0, 0, 0);
}
