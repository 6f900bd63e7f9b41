package org.limbeck.api.architecture;

import org.limbeck.api.Block;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The capability of a model to hand out the embeddings of rows, the outputs of the layer before its
 * last, and to learn with targets for them.
 *
 * @since 1.3.0
 */
@ConsumerType
public interface Embeddings {

  /** Returns the number of values of an embedding, at least 1. */
  int width();

  /**
   * Computes embeddings; does not change what the model has learnt.
   *
   * @param inputs rows × features; left as they are
   * @param embeddings receives the rows' number and ids, and rows × width values. Its capacity is
   *     at least {@code inputs.rows()}.
   */
  void embed(Block inputs, Block embeddings);

  /**
   * Makes one step like {@link Model#step}, but down the gradient of the objective plus that of
   * {@link EmbeddingTargets}.
   *
   * @param lesson the private and the reference batch, with targets and ρ; left as it is
   * @param targets what the embeddings of private rows should be; left as they are
   * @param stepSize η, above 0
   * @param losses receives the losses before the step; the distillation loss has the mean squared
   *     distance of the embeddings in it, without its weight
   */
  void embeddingStep(Lesson lesson, EmbeddingTargets targets, float stepSize, Losses losses);
}
