package org.limbeck.api.architecture;

import org.limbeck.api.Block;

/**
 * What the embeddings h of private rows should be. It adds {@code weight} / R · Σ_i ‖h_i − t_i‖² to
 * the objective, with R the number of private rows of the lesson, and i those that have a target t.
 *
 * @param rows targets × width; the id of each is the place of its private row in the lesson, from
 *     0, in ascending order. Private rows that are not named have no target.
 * @param weight how much the squared distance counts, at least 0
 * @since 1.3.0
 */
public record EmbeddingTargets(Block rows, float weight) {

  /**
   * Adds the gradient with respect to the embeddings.
   *
   * @param privateRows R, at least as many as there are targets
   * @param embeddings of the private rows, rows × width, and perhaps others behind them
   * @param gradient to which it is added, in the same places
   * @return 1 / R · Σ_i ‖h_i − t_i‖², without the weight; 0 without private rows
   */
  public double addGradient(int privateRows, float[] embeddings, float[] gradient) {
    int width = rows.width();
    float scale = 2 * weight / privateRows;
    double distance = 0;
    for (int target = 0; target < rows.rows(); target++) {
      int at = rows.ids()[target] * width;
      for (int i = 0; i < width; i++) {
        float difference = embeddings[at + i] - rows.values()[target * width + i];
        distance = Math.fma((double) difference, difference, distance);
        gradient[at + i] = Math.fma(scale, difference, gradient[at + i]);
      }
    }
    return privateRows == 0 ? 0 : distance / privateRows;
  }
}
