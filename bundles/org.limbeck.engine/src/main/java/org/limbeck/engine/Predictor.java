package org.limbeck.engine;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** A trained model, ready to classify. Used by one thread at a time. */
@ProviderType
public interface Predictor extends AutoCloseable {

  /** Returns the number of features of a sample. */
  int features();

  /** Returns the names of the features in their order; empty if they have none. */
  List<String> featureNames();

  /**
   * Classifies a sample.
   *
   * @param sample features as the dataset's users write them (for digits: pixels from 0 to 16)
   * @return the soft decisions: K probabilities
   * @throws IllegalArgumentException if the number of features is wrong or one is out of range; the
   *     message says what is allowed
   */
  float[] predict(double[] sample);

  /** Closes the model. */
  @Override
  void close();
}
