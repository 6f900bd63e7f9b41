package org.limbeck.cli.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.RunFolder;
import org.limbeck.report.RunFolderCopy;

/** Copies runs that have ended elsewhere into the folder of a comparison. */
final class RunCollector {
  private final CellRunner runner;

  RunCollector(CellRunner runner) {
    this.runner = runner;
  }

  /**
   * Copies what is not there yet. A run folder is there whole or not at all.
   *
   * @param folders folders of comparisons, of run folders, or run folders
   * @return the runs that have ended neither here nor in any of the folders
   * @throws InvalidInputException if a folder is not there, a run is of another experiment, or one
   *     has begun here and has not ended
   */
  List<Cell> collect(List<Cell> cells, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new InvalidInputException(
            new Origin("--collect", 0, ""), folder + " is not a folder that is there");
      }
    }
    List<Cell> missing = new ArrayList<>();
    for (Cell cell : cells) {
      if (runner.isFinished(cell)) {
        continue;
      }
      Optional<Path> source = find(cell, folders);
      if (source.isEmpty()) {
        missing.add(cell);
      } else {
        runner.requireSame(cell, source.get());
        requireFree(cell);
        Files.createDirectories(runner.place(cell).getParent());
        RunFolderCopy.copy(source.get(), runner.place(cell));
      }
    }
    return missing;
  }

  private static Optional<Path> find(Cell cell, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      List<Path> places = new ArrayList<>();
      places.add(folder.resolve("runs").resolve(cell.folder()));
      places.add(folder.resolve(cell.folder()));
      if (folder.toRealPath().endsWith(cell.folder())) {
        places.add(folder);
      }
      for (Path place : places) {
        if (CellRunner.isRun(place) && RunFolder.isFinished(place)) {
          return Optional.of(place);
        }
      }
    }
    return Optional.empty();
  }

  private void requireFree(Cell cell) {
    if (runner.isThere(cell)) {
      throw new InvalidInputException(
          new Origin(runner.place(cell).toString(), 0, ""),
          "this run has begun here and has not ended, and it has ended elsewhere: delete its"
              + " folder, or let it end here, without --collect");
    }
  }
}
