package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.Simplex;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.referencedata.ReferenceDataset;

/**
 * Reference rows with what to aim at: the device's estimate, projected onto the simplex. Rows that
 * were never exchanged have no target and are left out.
 */
final class ReferenceTargets {
  private final ReferenceDataset reference;
  private final Estimate estimate;
  private final Simplex simplex;
  private final Block inputs;
  private final Block targets;

  ReferenceTargets(Device device, int capacity) {
    this.reference = device.reference();
    this.estimate = device.estimate();
    this.simplex = new Simplex(device.classes());
    this.inputs = new Block(capacity, reference.shape().features());
    this.targets = new Block(capacity, device.classes());
  }

  /** Takes those of the first {@code count} rows of {@code ids} that have a target. */
  void select(int[] ids, int count) {
    int rows = 0;
    for (int i = 0; i < count; i++) {
      if (estimate.read(ids[i], targets.values(), rows * targets.width())) {
        simplex.project(targets.values(), rows * targets.width());
        reference.read(ids[i], inputs.values(), rows * inputs.width());
        inputs.ids()[rows] = ids[i];
        rows++;
      }
    }
    inputs.rows(rows);
    targets.selectLike(inputs);
  }

  Block inputs() {
    return inputs;
  }

  Block targets() {
    return targets;
  }
}
