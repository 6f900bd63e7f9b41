package org.limbeck.aggregation;

import java.util.Objects;
import org.limbeck.api.RowIndex;

/**
 * What has come to a device over its edge to another one, net of what went the other way. The other
 * end of the edge holds the same values with the opposite sign, bit for bit.
 */
final class EdgeFlow {
  private final String peer;
  private float[] values = {};

  EdgeFlow(String peer) {
    this.peer = Objects.requireNonNull(peer);
  }

  String peer() {
    return peer;
  }

  float[] values() {
    return values;
  }

  void fit(RowIndex index, int classes) {
    values = index.fit(values, classes);
  }
}
