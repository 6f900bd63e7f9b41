package org.limbeck.testkit;

import java.util.Arrays;
import java.util.List;
import org.limbeck.api.weighting.NetworkMean;

/**
 * What a network says that has come to rest.
 *
 * @param profile the mean profile; of no numbers before the first exchange
 * @param target the target of all rows; of no numbers before the first exchange
 */
record KnownMean(float[] profile, float[] target) implements NetworkMean {

  /** Returns a network whose profiles are all alike, and small. */
  static KnownMean even(int classes) {
    return new KnownMean(filled(classes, 1), filled(classes, 1f / classes));
  }

  /** Returns networks that know nothing, something, and what nobody can mean. */
  static List<KnownMean> all(int classes) {
    float[] skewed = filled(classes, 0.01f);
    skewed[0] = 60;
    return List.of(
        new KnownMean(new float[0], new float[0]),
        even(classes),
        new KnownMean(skewed, filled(classes, 1f / classes)),
        new KnownMean(filled(classes, 0), filled(classes, 1f / classes)),
        new KnownMean(filled(classes, -5), filled(classes, 1f / classes)));
  }

  @Override
  public boolean readProfile(float[] into) {
    System.arraycopy(profile, 0, into, 0, profile.length);
    return profile.length > 0;
  }

  @Override
  public boolean readTarget(int row, float[] into) {
    System.arraycopy(target, 0, into, 0, target.length);
    return target.length > 0;
  }

  private static float[] filled(int classes, float value) {
    float[] filled = new float[classes];
    Arrays.fill(filled, value);
    return filled;
  }
}
