package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.exchange.channel.EventTrigger;

/** Which rows of a round a device sends. */
final class TriggerFormat implements ValueFormat<EventTrigger> {
  private static final String THRESHOLD = "threshold";
  private static final String SHARE = "share";

  @Override
  public EventTrigger read(ExperimentSource source, String key, EventTrigger byDefault) {
    return source.root().group(key).map(group -> read(group, byDefault)).orElse(byDefault);
  }

  private static EventTrigger read(YamlSection group, EventTrigger byDefault) {
    EventTrigger trigger =
        new EventTrigger(
            group.number(THRESHOLD, 0, Float.MAX_VALUE, byDefault.threshold()),
            group.number(SHARE, EventTrigger.LEAST_SHARE, 1, byDefault.share()));
    group.rejectOthers("key of a trigger");
    return trigger;
  }

  @Override
  public Object write(EventTrigger trigger) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put(THRESHOLD, trigger.threshold());
    group.put(SHARE, trigger.share());
    return group;
  }

  @Override
  public String form() {
    return "group of `threshold` and `share`";
  }
}
