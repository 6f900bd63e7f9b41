package org.limbeck.engine.checkpoint;

import java.util.List;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/** Compares the experiment that a run began with to the one that is to go on. */
public final class ExperimentMatch {

  private ExperimentMatch() {}

  /**
   * Refuses an experiment that is not the one of the checkpoint.
   *
   * @param then the experiment of the checkpoint, as text
   * @param now the experiment that is to go on, as text
   * @throws InvalidInputException naming the first line that differs
   */
  public static void requireSame(String then, String now) {
    if (then.equals(now)) {
      return;
    }
    List<String> former = then.lines().toList();
    List<String> latter = now.lines().toList();
    int line = 0;
    while (line < Math.min(former.size(), latter.size())
        && former.get(line).equals(latter.get(line))) {
      line++;
    }
    throw new InvalidInputException(
        new Origin("experiment.yaml", 0, ""),
        "the experiment has changed since the checkpoint: it says "
            + quoted(latter, line)
            + ", and said "
            + quoted(former, line)
            + "; undo that, or start a new run");
  }

  private static String quoted(List<String> lines, int line) {
    return line < lines.size() ? "'" + lines.get(line).strip() + "'" : "nothing";
  }
}
