package org.limbeck.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
    return end(ComparedRun::accuracy);
  }

  /** Returns the spread of the worst device's test accuracy at the end. */
  public Spread worst() {
    return end(ComparedRun::worst);
  }

  /** Returns the spread of the payload bytes sent per device. */
  public Spread bytes() {
    return end(ComparedRun::bytes);
  }

  /** Returns the spread of the bytes sent per device with the frames' headers. */
  public Spread frameBytes() {
    return end(ComparedRun::frameBytes);
  }

  /** Returns the spread of what transports put out per device; NaN if there is no wire. */
  public Spread wireBytes() {
    return end(ComparedRun::wireBytes);
  }

  /** Returns the spread of the rounds completed. */
  public Spread rounds() {
    return end(ComparedRun::rounds);
  }

  /** Returns the spread of the seconds that a run took. */
  public Spread seconds() {
    return end(ComparedRun::seconds);
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

  private Spread end(ToDoubleFunction<ComparedRun> figure) {
    return Spread.of(runs.stream().mapToDouble(figure).boxed().toList());
  }
}
