package org.limbeck.aggregation;

import java.util.Objects;

/**
 * What has come to a device over its edge to another one, all rows, net of what went the other way.
 * The other end of the edge holds the same values with the opposite sign, bit for bit.
 */
final class Flow {
  private final String peer;
  private final float[] values;

  Flow(String peer, int length) {
    this.peer = Objects.requireNonNull(peer);
    this.values = new float[length];
  }

  String peer() {
    return peer;
  }

  float[] values() {
    return values;
  }
}
