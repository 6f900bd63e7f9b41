package org.limbeck.cli.run;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.event.RunStarted;
import org.limbeck.cli.terminal.Accuracy;

/** Shows progress as a line per evaluation. */
final class ProgressLines implements ProgressDisplay {
  private final PrintWriter out;
  private final String label;
  private final BooleanSupplier wanted;
  private long rounds;

  /**
   * Shows progress in lines.
   *
   * @param wanted whether evaluations are shown just now
   */
  ProgressLines(PrintWriter out, String label, BooleanSupplier wanted) {
    this.out = out;
    this.label = label;
    this.wanted = wanted;
  }

  @Override
  public void on(RunEvent event) {
    EventMessages.of(event).ifPresent(this::print);
    if (event instanceof RunStarted started) {
      rounds = started.rounds();
    } else if (event instanceof RunRestored restored) {
      print("goes on from round " + restored.round() + "/" + rounds);
    } else if (event instanceof RoundEvaluated evaluated && wanted.getAsBoolean()) {
      rounds = Math.max(rounds, evaluated.round());
      print("round " + evaluated.round() + "/" + rounds + "  " + Accuracy.of(evaluated));
    }
  }

  private void print(String line) {
    out.println(label + line);
    out.flush();
  }
}
