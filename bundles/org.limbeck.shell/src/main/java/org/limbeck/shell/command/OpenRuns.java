package org.limbeck.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;

/** The runs that go on now. */
@FunctionalInterface
public interface OpenRuns {

  /**
   * A run.
   *
   * @param name the name of its experiment
   * @param control what steers it
   */
  record Named(String name, RunControl control) {}

  /** Returns the runs that go on now, in the order in which they began. */
  List<Named> all();

  /** Returns how the only run does; nothing where none goes on, or several do. */
  default Optional<RunStatus> only() {
    List<Named> runs = all();
    return runs.size() == 1 ? Optional.of(runs.get(0).control().status()) : Optional.empty();
  }

  /**
   * Returns what steers a run.
   *
   * @param name the name of its experiment; null for the only run
   * @throws IllegalStateException if there is no such run, or more than one
   */
  default RunControl choose(String name) {
    List<Named> runs = all();
    if (runs.isEmpty()) {
      throw new IllegalStateException("no run is going on");
    }
    List<Named> chosen =
        runs.stream().filter(run -> name == null || name.equals(run.name())).toList();
    if (chosen.isEmpty()) {
      throw new IllegalStateException(
          "no run is called '" + name + "'; these go on: " + names(runs));
    }
    if (chosen.size() > 1) {
      String what = name == null ? "several runs go on: " : "several runs are called so: ";
      String help = name == null ? "; name one with --run" : "";
      throw new IllegalStateException(what + names(chosen) + help);
    }
    return chosen.get(0).control();
  }

  private static String names(List<Named> runs) {
    return runs.stream().map(Named::name).collect(Collectors.joining(", "));
  }
}
