package org.limbeck.api.weighting;

import org.osgi.annotation.versioning.ProviderType;

/** What a device knows of all devices at present. Lent for the call. */
@ProviderType
public interface NetworkMean {

  /**
   * Reads the mean of all devices' profiles, as far as it has come.
   *
   * @param into receives K numbers, which codecs have rounded
   * @return false if no profile was ever exchanged; {@code into} stays as it is
   */
  boolean readProfile(float[] into);

  /**
   * Reads the target of a reference row.
   *
   * @param into receives K values that sum to 1
   * @return false if the row was never exchanged; {@code into} stays as it is
   */
  boolean readTarget(int row, float[] into);
}
