package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.algorithm.Privacy;

/** How training protects private rows, if it does. */
final class PrivacyFormat implements ValueFormat<Optional<Privacy>> {
  private static final String CLIP = "clip";
  private static final String NOISE = "noise";
  private static final String DELTA = "delta";

  /** What a key is where the others are given without it. */
  private static final Privacy DEFAULT = new Privacy(1, 1.1f, 1e-5);

  /** Less protects nothing. */
  private static final float LEAST_NOISE = 0.01f;

  private static final float LEAST_DELTA = 1e-12f;
  private static final float LARGEST_DELTA = 0.1f;

  @Override
  public Optional<Privacy> read(ExperimentSource source, String key, Optional<Privacy> byDefault) {
    return source.root().group(key).map(PrivacyFormat::read).or(() -> byDefault);
  }

  private static Privacy read(YamlSection group) {
    Privacy privacy =
        new Privacy(
            group.positive(CLIP, DEFAULT.clip()),
            group.number(NOISE, LEAST_NOISE, Float.MAX_VALUE, DEFAULT.noise()),
            delta(group));
    group.rejectOthers("key of privacy");
    return privacy;
  }

  /** By way of the text, so that 0.00001 is not shown as 0.00000999…. */
  private static double delta(YamlSection group) {
    float delta = group.number(DELTA, LEAST_DELTA, LARGEST_DELTA, (float) DEFAULT.delta());
    return Double.parseDouble(Float.toString(delta));
  }

  @Override
  public Object write(Optional<Privacy> privacy) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put(CLIP, privacy.orElseThrow().clip());
    group.put(NOISE, privacy.orElseThrow().noise());
    group.put(DELTA, privacy.orElseThrow().delta());
    return group;
  }

  @Override
  public String form() {
    return "group of `clip`, `noise` and `delta`";
  }
}
