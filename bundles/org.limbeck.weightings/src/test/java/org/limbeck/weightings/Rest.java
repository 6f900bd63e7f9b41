package org.limbeck.weightings;

import org.limbeck.api.weighting.NetworkMean;

/**
 * A network that has come to rest.
 *
 * @param profile the mean of all profiles; none before the first exchange
 */
record Rest(float... profile) implements NetworkMean {
  @Override
  public boolean readProfile(float[] into) {
    System.arraycopy(profile, 0, into, 0, profile.length);
    return profile.length > 0;
  }

  @Override
  public boolean readTarget(int row, float[] into) {
    return false;
  }
}
