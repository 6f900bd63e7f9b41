package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.experiment.HandoverSettings;

/** How a new model learns before it takes over. */
final class HandoverFormat implements ValueFormat<HandoverSettings> {
  private static final String STEPS = "steps";
  private static final String BATCH = "batch";
  private static final String STEP_SIZE = "stepSize";

  @Override
  public HandoverSettings read(ExperimentSource source, String key, HandoverSettings byDefault) {
    return source.root().group(key).map(group -> read(group, byDefault)).orElse(byDefault);
  }

  private static HandoverSettings read(YamlSection group, HandoverSettings byDefault) {
    HandoverSettings handover =
        new HandoverSettings(
            (int) group.integer(STEPS, 0, Integer.MAX_VALUE, byDefault.steps()),
            (int) group.integer(BATCH, 1, Integer.MAX_VALUE, byDefault.batch()),
            group.positive(STEP_SIZE, byDefault.stepSize()));
    group.rejectOthers("key of a handover");
    return handover;
  }

  @Override
  public Object write(HandoverSettings handover) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put(STEPS, handover.steps());
    group.put(BATCH, handover.batch());
    group.put(STEP_SIZE, handover.stepSize());
    return group;
  }

  @Override
  public String form() {
    return "group of `steps`, `batch` and `stepSize`";
  }
}
