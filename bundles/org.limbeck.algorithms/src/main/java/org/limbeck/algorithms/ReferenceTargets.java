package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.Simplex;
import org.limbeck.api.algorithm.Device;

/**
 * Buffers for reference rows with what to aim at: a device's estimate, projected onto the simplex.
 * Rows that were never exchanged have no target and are left out.
 *
 * @param inputs the rows
 * @param targets what to aim at, in the same order
 * @param simplex projects them
 */
record ReferenceTargets(Block inputs, Block targets, Simplex simplex) {

  /** Makes room for so many rows. */
  ReferenceTargets(int capacity, int features, int classes) {
    this(new Block(capacity, features), new Block(capacity, classes), new Simplex(classes));
  }

  /**
   * Takes those of the first {@code count} rows of {@code ids} that the device has a target for.
   */
  void select(Device device, int[] ids, int count) {
    int rows = 0;
    for (int i = 0; i < count; i++) {
      if (device.estimate().read(ids[i], targets.values(), rows * targets.width())) {
        simplex.project(targets.values(), rows * targets.width());
        device.reference().read(ids[i], inputs.values(), rows * inputs.width());
        inputs.ids()[rows] = ids[i];
        rows++;
      }
    }
    inputs.rows(rows);
    targets.selectLike(inputs);
  }
}
