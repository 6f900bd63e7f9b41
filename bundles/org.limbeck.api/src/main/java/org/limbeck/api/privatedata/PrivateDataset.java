package org.limbeck.api.privatedata;

import java.util.List;
import java.util.Optional;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.Preprocessing;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The labelled rows of an experiment: the training rows that a partition divides among the devices,
 * and the test rows that every device is judged by. Offered as a service with {@link
 * PrivateDatasetPlugin}. Immutable and safe for use by several threads at once.
 */
@ConsumerType
public interface PrivateDataset {

  /** Returns the shape of an input row. */
  Shape shape();

  /** Returns the number of classes K, at least 2. */
  int classes();

  /** Returns the rows that are divided among the devices. */
  LabelledRows training();

  /** Returns the rows that no device trains on. */
  LabelledRows test();

  /**
   * Returns how a sample becomes a row, which is kept beside each model, so that it can be used
   * without the data. By default that is not known, and the model is used with the data at hand, by
   * {@link #normalize}.
   */
  default Optional<Preprocessing> preprocessing() {
    return Optional.empty();
  }

  /**
   * Turns a row as a user writes it (say, pixels from 0 to 255) into the values that {@link
   * LabelledRows#read} would give for it, in place. By default a row stays as it is. Is asked only
   * where there is no {@link #preprocessing}.
   *
   * @param row as many values as the shape has features
   * @throws IllegalArgumentException if a value is out of range; the message says which, and what
   *     is allowed
   */
  default void normalize(float[] row) {}

  /**
   * Returns what people should know about how the data were read, such as how many rows were left
   * out: sentences without a full stop.
   */
  default List<String> notices() {
    return List.of();
  }
}
