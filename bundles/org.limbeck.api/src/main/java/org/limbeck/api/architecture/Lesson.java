package org.limbeck.api.architecture;

import org.limbeck.api.Block;

/**
 * What one training step learns from: a labelled private batch and a reference batch with the soft
 * decisions to aim at. The buffers are reused from step to step; the numbers of rows may change.
 *
 * @param inputs private rows × features
 * @param labels the class of each private row, 0 to K−1; as long as {@code inputs} has capacity
 * @param referenceInputs reference rows × features
 * @param targets reference rows × K, each row on the probability simplex; as many rows as {@code
 *     referenceInputs}
 * @param loss the distance from the targets
 * @param regularization ρ, the weight of the distillation loss, at least 0
 */
public record Lesson(
    Block inputs,
    int[] labels,
    Block referenceInputs,
    Block targets,
    DistillationLoss loss,
    float regularization) {

  /** Returns the number of rows of both batches together. */
  public int rows() {
    return inputs.rows() + referenceInputs.rows();
  }
}
