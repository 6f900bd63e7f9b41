package org.limbeck.engine.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limbeck.api.Simplex;
import org.limbeck.exchange.snapshot.EstimateSnapshot;

/** What the neighbours of a device that joins know, as they told it over the network. */
public final class NeighbourSnapshots {
  private final List<EstimateSnapshot> snapshots;
  private final int classes;
  private final Simplex simplex;

  private NeighbourSnapshots(List<EstimateSnapshot> snapshots, int classes) {
    this.snapshots = new ArrayList<>(snapshots);
    this.classes = classes;
    this.simplex = new Simplex(classes);
  }

  /** Lets the neighbours send what they know, and the newcomer receive it. */
  public static NeighbourSnapshots exchange(
      DeviceRuntime newcomer, List<DeviceRuntime> neighbours, long round) {
    neighbours.forEach(neighbour -> neighbour.sendSnapshot(newcomer.id(), round));
    return new NeighbourSnapshots(newcomer.receiveSnapshots(), newcomer.classes());
  }

  /**
   * Writes the mean of the neighbours' estimates of a row, projected onto the simplex.
   *
   * @return false if none knows the row; {@code into} is undefined then
   */
  public boolean mean(int row, float[] into, int offset) {
    Arrays.fill(into, offset, offset + classes, 0);
    long count = snapshots.stream().filter(snapshot -> snapshot.knows(row)).count();
    for (EstimateSnapshot snapshot : snapshots) {
      snapshot.addTo(into, offset, row, 1f / count);
    }
    if (count > 0) {
      simplex.project(into, offset);
    }
    return count > 0;
  }
}
