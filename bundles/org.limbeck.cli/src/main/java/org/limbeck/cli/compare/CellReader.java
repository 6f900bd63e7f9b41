package org.limbeck.cli.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.engine.Engine;
import org.limbeck.experiment.ExperimentVariant;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/** Reads all experiments of some files, and finds a name for each. */
final class CellReader {
  private final Engine engine;

  CellReader(Engine engine) {
    this.engine = engine;
  }

  /**
   * Reads the files.
   *
   * @param settings values that replace those of every file
   * @return the runs; of several files, labels begin with the name of the experiment
   * @throws InvalidInputException with what is wrong with the first wrong file, or if two runs
   *     cannot be told apart
   */
  List<Cell> read(List<Path> files, List<String> settings) {
    List<Cell> cells = new ArrayList<>();
    for (Path file : files) {
      for (ExperimentVariant variation : engine.readAll(file, settings)) {
        cells.add(new Cell(label(variation, files.size() > 1), variation.experiment()));
      }
    }
    Map<String, Cell> folders = new HashMap<>();
    for (Cell cell : cells) {
      Cell other = folders.put(cell.folder(), cell);
      if (other != null) {
        throw new InvalidInputException(
            new Origin("compare", 0, ""),
            "two runs would have the folder "
                + cell.folder()
                + ": '"
                + other
                + "' and '"
                + cell
                + "'; give their experiments or variants other names");
      }
    }
    return cells;
  }

  private static String label(ExperimentVariant variation, boolean several) {
    String name = variation.experiment().name();
    if (variation.label().isEmpty()) {
      return name;
    }
    return several ? name + " " + variation.label() : variation.label();
  }
}
