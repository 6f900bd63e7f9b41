package org.limbeck.engine.reading;

import java.util.List;
import java.util.Optional;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.experiment.Trigger;
import org.limbeck.engine.yaml.Node;

/** Reads which rows of a round a device sends. */
final class TriggerReader {

  private TriggerReader() {}

  /** Returns what the key says, or what holds where it is absent. */
  static Trigger read(Section root, List<Problem> problems) {
    Optional<Node> node = root.find("trigger");
    if (node.isEmpty()) {
      return Trigger.NONE;
    }
    Section section = Section.of(node.get(), problems);
    Trigger trigger =
        new Trigger(
            section.number("threshold", 0, Float.MAX_VALUE, Trigger.NONE.threshold()),
            section.number("share", Trigger.LEAST_SHARE, 1, Trigger.NONE.share()));
    section.rejectOthers("key of a trigger");
    return trigger;
  }
}
