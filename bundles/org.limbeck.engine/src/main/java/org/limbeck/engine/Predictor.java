package org.limbeck.engine;

import java.util.List;
import java.util.Optional;
import org.limbeck.api.architecture.Layers;
import org.limbeck.api.preprocessing.Preprocessing;
import org.osgi.annotation.versioning.ProviderType;

/** A trained model, ready to classify. Used by one thread at a time. */
@ProviderType
public interface Predictor extends AutoCloseable {

  /** Returns the names of a sample's values in their order; empty if they have none. */
  List<String> columnNames();

  /** Returns whether all values of samples are numbers. */
  boolean isNumeric();

  /** Returns the names of the classes 0 to K−1. */
  List<String> classNames();

  /**
   * Classifies a sample.
   *
   * @param sample values as the dataset's users write them (for digits: pixels from 0 to 16)
   * @return the soft decisions: K probabilities
   * @throws IllegalArgumentException if the number of values is wrong or one is out of range; the
   *     message says what is allowed
   */
  float[] predict(List<String> sample);

  /** Returns what turns samples into rows; empty if the data that it has learnt from do not say. */
  Optional<Preprocessing> preprocessing();

  /**
   * Classifies a row.
   *
   * @param features as the model has learnt from them
   * @return the soft decisions: K probabilities
   * @throws IllegalArgumentException if their number is wrong
   */
  float[] predict(float[] features);

  /** Returns what the model computes, layer by layer; empty if it does not say. */
  Optional<Layers> layers();

  /** Closes the model. */
  @Override
  void close();
}
