package org.limbeck.experiment.file;

import java.util.List;
import java.util.Optional;
import org.limbeck.api.algorithm.Privacy;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads how training protects private rows. */
final class PrivacyReader {
  static final String KEY = "privacy";

  /** What a key is where the others are given without it. */
  private static final Privacy DEFAULT = new Privacy(1, 1.1f, 1e-5);

  /** Less protects nothing. */
  private static final float LEAST_NOISE = 0.01f;

  private static final float LEAST_DELTA = 1e-12f;
  private static final float LARGEST_DELTA = 0.1f;

  private PrivacyReader() {}

  /** Returns what the key says; empty where it is absent. */
  static Optional<Privacy> read(YamlSection root, List<Problem> problems) {
    Optional<YamlNode> node = root.find(KEY);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    YamlSection section = YamlSection.of(node.get(), problems);
    Privacy privacy =
        new Privacy(
            section.positive("clip", DEFAULT.clip()),
            section.number("noise", LEAST_NOISE, Float.MAX_VALUE, DEFAULT.noise()),
            delta(section));
    section.rejectOthers("key of privacy");
    return Optional.of(privacy);
  }

  /** By way of the text, so that 0.00001 is not shown as 0.00000999…. */
  private static double delta(YamlSection section) {
    float delta = section.number("delta", LEAST_DELTA, LARGEST_DELTA, (float) DEFAULT.delta());
    return Double.parseDouble(Float.toString(delta));
  }
}
