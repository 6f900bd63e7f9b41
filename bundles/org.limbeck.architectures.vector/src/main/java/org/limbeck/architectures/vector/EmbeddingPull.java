package org.limbeck.architectures.vector;

/** What a loss says of embeddings beside what it says of the logits. */
@FunctionalInterface
interface EmbeddingPull {
  EmbeddingPull NONE = (gradient, embeddings) -> {};

  /**
   * Adds its gradient.
   *
   * @param gradient with respect to the embeddings, rows × width
   * @param embeddings rows × width; left as they are
   */
  void addTo(float[] gradient, float[] embeddings);
}
