package org.limbeck.cli;

import java.io.PrintWriter;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunStarted;

/** Shows progress as a line per evaluation. */
final class ProgressLines implements Progress {
  private final PrintWriter out;
  private final String label;
  private long rounds;

  ProgressLines(PrintWriter out, String label) {
    this.out = out;
    this.label = label;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunStarted started) {
      rounds = started.rounds();
    } else if (event instanceof RoundEvaluated evaluated) {
      out.printf("%sround %d/%d  %s%n", label, evaluated.round(), rounds, Accuracy.of(evaluated));
      out.flush();
    }
  }
}
