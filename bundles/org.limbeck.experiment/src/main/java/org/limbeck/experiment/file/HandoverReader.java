package org.limbeck.experiment.file;

import java.util.List;
import java.util.Optional;
import org.limbeck.experiment.HandoverSettings;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.yaml.YamlNode;

/** Reads how a new model learns before it takes over. */
final class HandoverReader {

  private HandoverReader() {}

  /** Returns what the key says, or what holds where it is absent. */
  static HandoverSettings read(YamlSection root, List<Problem> problems) {
    Optional<YamlNode> node = root.find("handover");
    if (node.isEmpty()) {
      return HandoverSettings.DEFAULT;
    }
    YamlSection section = YamlSection.of(node.get(), problems);
    HandoverSettings handover =
        new HandoverSettings(
            (int) section.integer("steps", 0, Integer.MAX_VALUE, HandoverSettings.DEFAULT.steps()),
            (int) section.integer("batch", 1, Integer.MAX_VALUE, HandoverSettings.DEFAULT.batch()),
            section.positive("stepSize", HandoverSettings.DEFAULT.stepSize()));
    section.rejectOthers("key of a handover");
    return handover;
  }
}
