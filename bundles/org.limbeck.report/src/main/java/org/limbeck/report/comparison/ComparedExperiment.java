package org.limbeck.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.limbeck.report.Summary;

/**
 * The runs of one experiment over its seeds.
 *
 * @param label what it is called
 * @param runs its runs, at least one
 */
public record ComparedExperiment(String label, List<ComparedRun> runs) {

  /** Copies the runs. */
  public ComparedExperiment {
    runs = List.copyOf(runs);
  }

  /** Returns the spread of the devices' mean test accuracy at the end. */
  public Spread accuracy() {
    return end(summary -> orNaN(summary.accuracy().meanTestAccuracy()));
  }

  /** Returns the spread of the worst device's test accuracy at the end. */
  public Spread worst() {
    return end(summary -> orNaN(summary.accuracy().minTestAccuracy()));
  }

  /** Returns the spread of the payload bytes sent per device. */
  public Spread bytes() {
    return end(summary -> summary.bytes().bytesSentPerDevice());
  }

  /** Returns the spread of the bytes sent per device with the frames' headers. */
  public Spread frameBytes() {
    return end(summary -> summary.bytes().frameBytesSentPerDevice());
  }

  /** Returns the spread of what transports put out per device; NaN if there is no wire. */
  public Spread wireBytes() {
    return end(
        summary ->
            summary.bytes().wireBytesSentPerDevice() == null
                ? Double.NaN
                : summary.bytes().wireBytesSentPerDevice());
  }

  /** Returns the spread of the rounds completed. */
  public Spread rounds() {
    return end(summary -> summary.setup().rounds());
  }

  /** Returns the spread of the seconds that a run took. */
  public Spread seconds() {
    return end(summary -> summary.timing().wallSeconds());
  }

  /** Returns the course over the evaluations that all its runs have. */
  List<ComparedPoint> curve() {
    int length = runs.stream().mapToInt(run -> run.curve().size()).min().orElse(0);
    List<ComparedPoint> points = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      int evaluation = i;
      points.add(ComparedPoint.of(runs.stream().map(run -> run.curve().get(evaluation)).toList()));
    }
    return points;
  }

  private Spread end(ToDoubleFunction<Summary> figure) {
    return Spread.of(runs.stream().map(ComparedRun::summary).mapToDouble(figure).boxed().toList());
  }

  private static double orNaN(Double figure) {
    return figure == null ? Double.NaN : figure;
  }
}
