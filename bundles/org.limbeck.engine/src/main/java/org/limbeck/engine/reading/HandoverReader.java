package org.limbeck.engine.reading;

import java.util.List;
import java.util.Optional;
import org.limbeck.engine.experiment.Handover;
import org.limbeck.engine.experiment.Problem;
import org.limbeck.engine.yaml.Node;

/** Reads how a new model learns before it takes over. */
final class HandoverReader {

  private HandoverReader() {}

  /** Returns what the key says, or what holds where it is absent. */
  static Handover read(Section root, List<Problem> problems) {
    Optional<Node> node = root.find("handover");
    if (node.isEmpty()) {
      return Handover.DEFAULT;
    }
    Section section = Section.of(node.get(), problems);
    Handover handover =
        new Handover(
            (int) section.integer("steps", 0, Integer.MAX_VALUE, Handover.DEFAULT.steps()),
            (int) section.integer("batch", 1, Integer.MAX_VALUE, Handover.DEFAULT.batch()),
            section.positive("stepSize", Handover.DEFAULT.stepSize()));
    section.rejectOthers("key of a handover");
    return handover;
  }
}
