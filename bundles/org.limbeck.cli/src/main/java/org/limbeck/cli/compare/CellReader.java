package org.limbeck.cli.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.cli.run.NetworkName;
import org.limbeck.engine.Engine;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentVariant;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

/**
 * Reads all experiments of some files, and finds a name for each. Where their transport has a
 * network, each gets one of its own, named after that, its label and its seed.
 */
final class CellReader {
  private static final String NETWORK = "network";

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
        String label = label(variation, files.size() > 1);
        cells.add(new Cell(label, inOwnNetwork(label, variation.experiment())));
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

  /** Runs that go on at once must not hear each other. */
  private static Experiment inOwnNetwork(String label, Experiment experiment) {
    PluginChoice transport = experiment.plugin(PluginKind.TRANSPORT);
    if (transport == null || !(transport.options().get(NETWORK) instanceof String network)) {
      return experiment;
    }
    Map<String, Object> options = new HashMap<>(transport.options());
    options.put(NETWORK, NetworkName.of(network + "-" + label, experiment.seed()));
    return experiment.toBuilder()
        .plugin(
            new PluginChoice(PluginKind.TRANSPORT, transport.name(), options, transport.origin()))
        .build();
  }

  private static String label(ExperimentVariant variation, boolean several) {
    String name = variation.experiment().name();
    if (variation.label().isEmpty()) {
      return name;
    }
    return several ? name + " " + variation.label() : variation.label();
  }
}
