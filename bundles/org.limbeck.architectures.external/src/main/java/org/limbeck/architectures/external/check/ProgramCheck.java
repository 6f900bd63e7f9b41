package org.limbeck.architectures.external.check;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.architectures.external.ExternalArchitecture;

/**
 * Checks whether a program keeps what architectures promise, on rows that are easy to learn. All
 * models are in one process.
 */
public final class ProgramCheck {
  private final List<String> command;
  private final int timeout;
  private final CheckRows rows;
  private final float stepSize;

  /**
   * Makes a check of a program.
   *
   * @param command the program and its arguments
   * @param timeout how many seconds an answer may take, at least 1
   * @param shape the shape of the rows to check with
   * @param classes the number of classes, at least 2
   * @param stepSize η of the steps, above 0
   */
  public ProgramCheck(List<String> command, int timeout, Shape shape, int classes, float stepSize) {
    this.command = List.copyOf(command);
    this.timeout = timeout;
    this.rows = new CheckRows(shape, classes);
    this.stepSize = stepSize;
  }

  /**
   * Runs all checks, up to the first that finds that the program does not answer as it should.
   *
   * @param results is told of each check as it is done
   * @return whether the program keeps everything
   */
  public boolean run(Consumer<CheckedProperty> results) {
    try (ExternalArchitecture architecture = new ExternalArchitecture(command, 1, timeout)) {
      CheckedModels models = new CheckedModels(architecture, rows, stepSize);
      PropertyRun run = new PropertyRun(results);
      run.check("it starts and makes a model", models::describe);
      new BehaviourChecks(models).run(run);
      new AbilityChecks(models).run(run);
      run.check("it ends when its input ends", () -> end(architecture));
      return run.keepsAll();
    }
  }

  /** A model is left open, or the program would have been ended with the last one. */
  private String end(ExternalArchitecture architecture) throws BrokenPromiseException {
    RandomGenerator seed = () -> 1;
    architecture.create(rows.shape(), rows.classes(), seed);
    if (!architecture.stop()) {
      throw new BrokenPromiseException("it went on, and was killed");
    }
    return "it ended";
  }

  /** Runs one check after the other. */
  static final class PropertyRun {
    private final Consumer<CheckedProperty> results;
    private boolean keepsAll = true;
    private boolean answers = true;

    PropertyRun(Consumer<CheckedProperty> results) {
      this.results = results;
    }

    boolean keepsAll() {
      return keepsAll;
    }

    void check(String property, PropertyCheck check) {
      if (!answers) {
        return;
      }
      try {
        results.accept(new CheckedProperty(property, true, check.run()));
      } catch (BrokenPromiseException | IOException e) {
        keepsAll = false;
        results.accept(new CheckedProperty(property, false, e.getMessage()));
      } catch (IllegalStateException e) {
        keepsAll = false;
        answers = false;
        results.accept(new CheckedProperty(property, false, e.getMessage()));
      }
    }
  }
}
