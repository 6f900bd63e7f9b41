package org.limbeck.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.Placement;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.network.CheckpointRestorer;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.DevicePlacement;
import org.limbeck.engine.placement.InProcessPlacement;
import org.limbeck.engine.placement.SplitPlacement;
import org.limbeck.engine.placement.StandalonePlacement;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.experiment.Experiment;

/** Makes what a run begins with, of all its devices or of those of this process. */
final class RunFactory {
  private final Experiment experiment;
  private final RunSettings settings;
  private final PluginSet pluginSet;

  /**
   * Makes a factory.
   *
   * @param experiment the experiment as it is at the beginning
   */
  RunFactory(Experiment experiment, RunSettings settings, PluginBinder binder) {
    this.experiment = experiment;
    this.settings = settings;
    this.pluginSet = binder.bind(experiment);
  }

  /** Begins anew. */
  InitialState begin() {
    DevicePlacement placement = placement(List.of(0L));
    try {
      return initialState(experiment, Optional.empty(), placement);
    } catch (RuntimeException e) {
      placement.close();
      throw e;
    }
  }

  /**
   * Goes on from the latest checkpoint, or from the latest that the other processes have too; from
   * the beginning if that is what all have.
   *
   * @param origin the experiment that the run began with
   * @param latest the latest checkpoint
   * @throws org.limbeck.engine.checkpoint.UnusableCheckpointException if it is none of this run
   * @throws java.util.concurrent.CancellationException if this thread is interrupted while it waits
   *     for the others
   */
  InitialState resume(Experiment origin, CheckpointFolder folder, Checkpoint latest) {
    List<Long> rounds = new ArrayList<>(folder.rounds());
    rounds.add(0L);
    DevicePlacement placement = placement(rounds);
    try {
      long round = placement.agree(graph(latest), latest.round());
      Optional<Checkpoint> checkpoint =
          round == 0
              ? Optional.empty()
              : Optional.of(round == latest.round() ? latest : folder.at(round));
      return initialState(origin, checkpoint, placement);
    } catch (RuntimeException e) {
      placement.close();
      throw e;
    }
  }

  private Optional<Graph> graph(Checkpoint checkpoint) {
    return pluginSet.topology().isTimeVarying()
        ? Optional.empty()
        : Optional.of(checkpoint.graph(experiment.devices().size()));
  }

  private DevicePlacement placement(List<Long> rounds) {
    Placement where = settings.placement();
    if (where instanceof Placement.Standalone alone) {
      return new StandalonePlacement(
          experiment, pluginSet, alone.neighbours(), settings.keys(), settings.timeout());
    }
    if (where instanceof Placement.Part part) {
      int devices = experiment.devices().size();
      List<Integer> places = SplitPlacement.valid(part.places(), devices);
      if (places.size() < devices) {
        return new SplitPlacement(
            experiment, pluginSet, places, settings.keys(), rounds, settings.timeout());
      }
    }
    return new InProcessPlacement(settings.keys());
  }

  private InitialState initialState(
      Experiment origin, Optional<Checkpoint> checkpoint, DevicePlacement placement) {
    DeviceFactory devices = new DeviceFactory(experiment, pluginSet, placement);
    DeviceNetwork network =
        checkpoint
            .map(saved -> new CheckpointRestorer(saved, experiment, pluginSet, devices).restore())
            .orElseGet(devices::assemble);
    try {
      placement.requireReachable(network.exchanges());
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
    return new InitialState(origin, new ActiveNetwork(experiment, pluginSet, network), checkpoint);
  }
}
