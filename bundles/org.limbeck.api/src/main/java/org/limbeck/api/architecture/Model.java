package org.limbeck.api.architecture;

import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.Stateful;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A classifier that one device trains: K classes, soft decisions out. A model need not be a neural
 * network, nor have weights.
 *
 * <p>Used by one thread at a time, though not always by the same one. {@link #predict} and {@link
 * #step} are the hot path: they should allocate nothing.
 *
 * <p>A model that cannot go on, for a reason that lies outside it, such as a program that has
 * ended, throws an {@link IllegalStateException} from any of its methods; the message says what is
 * wrong and what to do. The run ends with it, and can be resumed.
 */
@ConsumerType
public interface Model extends Stateful, AutoCloseable {

  /** Returns the number of trainable parameters; 0 for a model that has none. */
  int parameters();

  /**
   * Predicts soft decisions; does not change what the model has learnt. What a row gets does not
   * depend on the other rows, but for rounding.
   *
   * @param inputs rows × features; left as they are
   * @param decisions receives the rows' number and ids, and rows × K values: each row non-negative
   *     with the sum 1, to float precision. Its capacity is at least {@code inputs.rows()}.
   */
  void predict(Block inputs, Block decisions);

  /**
   * Learns from a lesson. A model that has weights makes one step down the gradient of the
   * distillation-regularised loss of {@link Objective}: θ ← θ − η ∇(local + ρ · distillation). One
   * that has none takes in the rows of the lesson in its own way, such as by memorising them with
   * their labels and newest targets, so that it comes to agree with both, the more with the targets
   * the larger ρ is, and not at all with ρ = 0. Private rows and reference rows may each be none;
   * with no row at all nothing changes.
   *
   * @param lesson the private and the reference batch, with targets and ρ; left as it is
   * @param stepSize η, above 0; of no concern to a model without weights
   * @param losses receives the losses before the step
   */
  void step(Lesson lesson, float stepSize, Losses losses);

  /**
   * Returns an optional ability of this model, such as {@link Weights} or {@link Embeddings}. What
   * it returns shares the model's state and its threading rule.
   */
  default <T> Optional<T> capability(Class<T> type) {
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  /** Releases what the model holds outside the heap, if anything. May be called more than once. */
  @Override
  default void close() {}
}
