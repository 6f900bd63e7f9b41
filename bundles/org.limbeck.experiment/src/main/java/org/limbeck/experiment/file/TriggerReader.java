package org.limbeck.experiment.file;

import java.util.List;
import java.util.Optional;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads which rows of a round a device sends. */
final class TriggerReader {

  private TriggerReader() {}

  /** Returns what the key says, or what holds where it is absent. */
  static EventTrigger read(YamlSection root, List<Problem> problems) {
    Optional<YamlNode> node = root.find("trigger");
    if (node.isEmpty()) {
      return EventTrigger.NONE;
    }
    YamlSection section = YamlSection.of(node.get(), problems);
    EventTrigger trigger =
        new EventTrigger(
            section.number("threshold", 0, Float.MAX_VALUE, EventTrigger.NONE.threshold()),
            section.number("share", EventTrigger.LEAST_SHARE, 1, EventTrigger.NONE.share()));
    section.rejectOthers("key of a trigger");
    return trigger;
  }
}
