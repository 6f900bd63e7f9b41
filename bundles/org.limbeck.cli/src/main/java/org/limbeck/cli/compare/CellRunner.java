package org.limbeck.cli.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.limbeck.cli.run.ComponentVersions;
import org.limbeck.cli.run.ExperimentRunner;
import org.limbeck.cli.run.RunListener;
import org.limbeck.cli.run.RunPosition;
import org.limbeck.engine.Engine;
import org.limbeck.engine.RunSettings;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.RunClaim;
import org.limbeck.report.RunFolder;
import org.limbeck.report.Summary;

/** Carries the runs of a comparison through, each in a run folder of its own. */
final class CellRunner {
  private final Engine engine;
  private final ComponentVersions versions;
  private final Path runs;
  private final Set<RunFolder> open = ConcurrentHashMap.newKeySet();

  /**
   * Makes a runner.
   *
   * @param runs the folder of the run folders
   */
  CellRunner(Engine engine, ComponentVersions versions, Path runs) {
    this.engine = engine;
    this.versions = versions;
    this.runs = runs;
  }

  /** Returns the place of a run. */
  Path place(Cell cell) {
    return runs.resolve(cell.folder());
  }

  /** Returns whether a run has begun: there is a run folder. */
  boolean isThere(Cell cell) {
    return isRun(place(cell));
  }

  /** Returns whether a run has ended already. */
  boolean isFinished(Cell cell) throws IOException {
    return isThere(cell) && RunFolder.isFinished(place(cell));
  }

  /** Claims a run, with the folder of the run folders; empty if another process has. */
  Optional<RunClaim> claim(Cell cell) throws IOException {
    Files.createDirectories(runs);
    return RunClaim.take(place(cell));
  }

  /**
   * Makes sure that what an earlier call has left is of the same experiment.
   *
   * @throws InvalidInputException if it is not
   */
  void requireSame(Cell cell) {
    if (isThere(cell)) {
      requireSame(cell, place(cell));
    }
  }

  /**
   * Makes sure that a run folder is of the experiment of a run.
   *
   * @throws InvalidInputException if it is not
   */
  void requireSame(Cell cell, Path folder) {
    Path file = folder.resolve(RunFolder.EXPERIMENT_FILE);
    List<String> now = engine.write(cell.experiment()).lines().toList();
    List<String> then = engine.write(engine.read(file, List.of())).lines().toList();
    if (!now.equals(then)) {
      throw new InvalidInputException(
          new Origin(file.toString(), 0, ""),
          "this run is of another experiment: "
              + difference(then, now)
              + "; delete its folder to run it anew, or name another --out");
    }
  }

  /**
   * Runs what is left of a run that this process has claimed.
   *
   * @throws InterruptedException if the thread is interrupted; a checkpoint is left
   */
  Summary run(Cell cell, RunSettings settings, RunListener audience)
      throws IOException, InterruptedException {
    requireSame(cell);
    try (RunFolder folder =
        isThere(cell) ? RunFolder.open(place(cell)) : RunFolder.create(place(cell))) {
      open.add(folder);
      try {
        return new ExperimentRunner(engine, versions, settings)
            .carryThrough(cell.experiment(), folder, Instant.now(), new RunPosition(), audience);
      } finally {
        open.remove(folder);
      }
    }
  }

  /** Leaves no folder of a run without a checkpoint, where runs do not end in time. */
  void abandon() throws IOException {
    for (RunFolder folder : open) {
      folder.close();
    }
  }

  /** Returns whether a folder is that of a run. */
  static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFolder.EXPERIMENT_FILE));
  }

  private static String difference(List<String> then, List<String> now) {
    int line = 0;
    while (line < then.size() && line < now.size() && then.get(line).equals(now.get(line))) {
      line++;
    }
    return "it has " + quoted(then, line) + " where there is " + quoted(now, line) + " now";
  }

  private static String quoted(List<String> lines, int line) {
    return line < lines.size() ? "'" + lines.get(line).strip() + "'" : "nothing";
  }
}
