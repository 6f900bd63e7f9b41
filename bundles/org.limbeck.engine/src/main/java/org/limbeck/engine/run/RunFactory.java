package org.limbeck.engine.run;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.checkpoint.CheckpointRestorer;
import org.limbeck.engine.device.Credentials;
import org.limbeck.engine.device.DeviceFactory;
import org.limbeck.engine.device.DeviceNetwork;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DiscoveredNeighbours;
import org.limbeck.engine.device.LocalDevices;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.exchange.discovery.PeerDirectory;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.random.RandomStreams;
import org.limbeck.exchange.startup.StartBarrier;
import org.limbeck.exchange.startup.StartException;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

/** Makes what a run begins with, of all its devices or of those of this process. */
final class RunFactory {
  private final Experiment experiment;
  private final RunSettings settings;
  private final PluginSet pluginSet;
  private final LocalDevices localDevices;

  /**
   * Makes an opening.
   *
   * @param experiment the experiment as it is at the beginning
   */
  RunFactory(Experiment experiment, RunSettings settings, PluginBinder binder) {
    this.experiment = experiment;
    this.settings = settings;
    this.localDevices = LocalDevices.of(settings.devices(), experiment.devices().size());
    this.pluginSet = binder.wire(experiment);
  }

  /** Begins anew. */
  InitialState begin() {
    Optional<StartBarrier> startBarrier = startBarrier(List.of(0L));
    try {
      DeviceNetwork network = withDiscoveredNeighbours(deviceFactory(startBarrier).assemble());
      return initialState(experiment, network, Optional.empty(), startBarrier);
    } catch (RuntimeException e) {
      startBarrier.ifPresent(StartBarrier::close);
      throw e;
    }
  }

  /**
   * Goes on from the latest checkpoint, or from the latest that the other processes have too; from
   * the beginning if that is what all have.
   *
   * @param origin the experiment that the run began with
   * @param latest the latest checkpoint
   * @throws CancellationException if this thread is interrupted while it waits for the others
   */
  InitialState goOn(Experiment origin, CheckpointFolder folder, Checkpoint latest) {
    List<Long> rounds = new ArrayList<>(folder.rounds());
    rounds.add(0L);
    Optional<StartBarrier> startBarrier = startBarrier(rounds);
    try {
      long round = startBarrier.map(g -> agreed(g, latest)).orElse(latest.round());
      if (round == 0) {
        DeviceNetwork network = withDiscoveredNeighbours(deviceFactory(startBarrier).assemble());
        return initialState(origin, network, Optional.empty(), startBarrier);
      }
      Checkpoint checkpoint = round == latest.round() ? latest : folder.at(round);
      DeviceNetwork network =
          withDiscoveredNeighbours(
              new CheckpointRestorer(checkpoint, experiment, pluginSet, deviceFactory(startBarrier))
                  .restore());
      return initialState(origin, network, Optional.of(checkpoint), startBarrier);
    } catch (RuntimeException e) {
      startBarrier.ifPresent(StartBarrier::close);
      throw e;
    }
  }

  private long agreed(StartBarrier startBarrier, Checkpoint latest) {
    Optional<Graph> graph =
        pluginSet.topology().isTimeVarying()
            ? Optional.empty()
            : Optional.of(new Graph(experiment.devices().size(), latest.edges()));
    if (experiment.pace() == ExecutionMode.ASYNCHRONOUS) {
      startBarrier.join(graph);
      return latest.round();
    }
    try {
      return startBarrier.gather(graph, settings.patience());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the other parts");
    } catch (StartException e) {
      throw PluginErrors.about(experiment.plugin(PluginKind.TRANSPORT), e.getMessage());
    }
  }

  private Optional<StartBarrier> startBarrier(List<Long> rounds) {
    if (localDevices.isWhole()) {
      return Optional.empty();
    }
    if (!experiment.swaps().isEmpty()) {
      throw PluginErrors.about(
          experiment.plugin(PluginKind.TRANSPORT),
          "an experiment whose devices are in several processes stays as it is: take out swaps");
    }
    return pluginSet.transport().isImmediate()
        ? Optional.empty()
        : Optional.of(
            PluginErrors.blaming(
                experiment.plugin(PluginKind.TRANSPORT),
                () ->
                    new StartBarrier(
                        pluginSet.transport(),
                        experiment.deviceIds(),
                        localDevices.places(),
                        ExperimentFingerprint.of(experiment, pluginSet, rounds))));
  }

  private DeviceFactory deviceFactory(Optional<StartBarrier> startBarrier) {
    Credentials credentials = new Credentials(secret(), settings.keys());
    return startBarrier
        .map(g -> new DeviceFactory(experiment, pluginSet, localDevices, g::endpoint, credentials))
        .orElseGet(
            () ->
                localDevices.isWhole()
                    ? new DeviceFactory(
                        experiment, pluginSet, localDevices, this::endpoint, credentials)
                    : new DeviceFactory(experiment, pluginSet, localDevices));
  }

  /** A device on its own whose neighbours are named needs to hear of nobody else. */
  private Endpoint endpoint(int n) {
    String device = experiment.deviceIds().get(n);
    List<String> named = settings.neighbours().orElse(List.of());
    return PluginErrors.blaming(
        experiment.plugin(PluginKind.TRANSPORT),
        () ->
            named.isEmpty()
                ? Endpoint.open(pluginSet.transport(), device)
                : Endpoint.open(pluginSet.transport(), device, Set.copyOf(named)));
  }

  /** Others know the seed, and must not know what a device on its own draws from it. */
  private long secret() {
    return settings.neighbours().isPresent() ? new SecureRandom().nextLong() : 0;
  }

  private DeviceNetwork withDiscoveredNeighbours(DeviceNetwork network) {
    if (settings.neighbours().isEmpty()) {
      return network;
    }
    DeviceRuntime device = network.devices().get(0);
    PeerDirectory peers =
        new PeerDirectory(
            device.id(),
            device.endpoint().inbox().announcements(),
            device.endpoint().link(),
            ExperimentFingerprint.of(device, experiment, pluginSet),
            settings.patience(),
            System::nanoTime);
    return network.with(
        Optional.of(
            new DiscoveredNeighbours(
                peers,
                settings.neighbours().get(),
                pluginSet.topology(),
                experiment.mixing(),
                new RandomStreams(experiment.seed()))));
  }

  private InitialState initialState(
      Experiment origin,
      DeviceNetwork network,
      Optional<Checkpoint> checkpoint,
      Optional<StartBarrier> startBarrier) {
    if (startBarrier.isEmpty() && !localDevices.isWhole() && network.exchanges()) {
      network.close();
      throw PluginErrors.about(
          experiment.plugin(PluginKind.TRANSPORT),
          "it does not leave this process, and the other devices are elsewhere: use mqtt");
    }
    return new InitialState(
        origin, new ActiveNetwork(experiment, pluginSet, network), checkpoint, startBarrier);
  }
}
