package org.limbeck.engine.run;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.checkpoint.Restorer;
import org.limbeck.engine.device.Assembler;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.Neighbourhood;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.device.Station;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Pace;
import org.limbeck.engine.membership.Companions;
import org.limbeck.engine.membership.Gathering;
import org.limbeck.engine.membership.Part;
import org.limbeck.engine.random.Streams;
import org.limbeck.engine.rewiring.Situation;
import org.limbeck.engine.security.Credentials;
import org.limbeck.engine.wiring.Complaint;
import org.limbeck.engine.wiring.Wirer;
import org.limbeck.engine.wiring.Wiring;

/** Makes what a run begins with, of all its devices or of those of this process. */
final class Opening {
  private final Experiment experiment;
  private final RunSettings settings;
  private final Wiring wiring;
  private final Part part;

  /**
   * Makes an opening.
   *
   * @param experiment the experiment as it is at the beginning
   */
  Opening(Experiment experiment, RunSettings settings, Wirer wirer) {
    this.experiment = experiment;
    this.settings = settings;
    this.part = Part.of(settings.devices(), experiment.devices().size());
    this.wiring = wirer.wire(experiment);
  }

  /** Begins anew. */
  Beginning begin() {
    Optional<Gathering> gathering = gathering(List.of(0L));
    try {
      Network network = inhabited(assembler(gathering).assemble());
      return beginning(experiment, network, Optional.empty(), gathering);
    } catch (RuntimeException e) {
      gathering.ifPresent(Gathering::close);
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
  Beginning goOn(Experiment origin, CheckpointFolder folder, Checkpoint latest) {
    List<Long> rounds = new ArrayList<>(folder.rounds());
    rounds.add(0L);
    Optional<Gathering> gathering = gathering(rounds);
    try {
      long round = gathering.map(g -> agreed(g, latest)).orElse(latest.round());
      if (round == 0) {
        Network network = inhabited(assembler(gathering).assemble());
        return beginning(origin, network, Optional.empty(), gathering);
      }
      Checkpoint checkpoint = round == latest.round() ? latest : folder.at(round);
      Network network =
          inhabited(new Restorer(checkpoint, experiment, wiring, assembler(gathering)).restore());
      return beginning(origin, network, Optional.of(checkpoint), gathering);
    } catch (RuntimeException e) {
      gathering.ifPresent(Gathering::close);
      throw e;
    }
  }

  private long agreed(Gathering gathering, Checkpoint latest) {
    Optional<Graph> graph =
        wiring.topology().isTimeVarying()
            ? Optional.empty()
            : Optional.of(new Graph(experiment.devices().size(), latest.edges()));
    if (experiment.pace() == Pace.ASYNCHRONOUS) {
      gathering.join(graph);
      return latest.round();
    }
    try {
      return gathering.gather(graph, settings.patience());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the other parts");
    }
  }

  private Optional<Gathering> gathering(List<Long> rounds) {
    if (part.isWhole()) {
      return Optional.empty();
    }
    if (!experiment.swaps().isEmpty()) {
      throw Complaint.about(
          experiment.plugin(Kind.TRANSPORT),
          "an experiment whose devices are in several processes stays as it is: take out swaps");
    }
    return wiring.transport().isImmediate()
        ? Optional.empty()
        : Optional.of(
            new Gathering(
                experiment.plugin(Kind.TRANSPORT),
                wiring.transport(),
                experiment.deviceIds(),
                part,
                Identity.of(experiment, wiring, rounds)));
  }

  private Assembler assembler(Optional<Gathering> gathering) {
    Credentials credentials = new Credentials(secret(), settings.keys());
    return gathering
        .map(g -> new Assembler(experiment, wiring, part, g::station, credentials))
        .orElseGet(
            () ->
                part.isWhole()
                    ? new Assembler(experiment, wiring, part, this::station, credentials)
                    : new Assembler(experiment, wiring, part));
  }

  /** A device on its own whose neighbours are named needs to hear of nobody else. */
  private Station station(int n) {
    String device = experiment.deviceIds().get(n);
    List<String> named = settings.neighbours().orElse(List.of());
    return Complaint.blaming(
        experiment.plugin(Kind.TRANSPORT),
        () ->
            named.isEmpty()
                ? Station.open(wiring.transport(), device)
                : Station.open(wiring.transport(), device, Set.copyOf(named)));
  }

  /** Others know the seed, and must not know what a device on its own draws from it. */
  private long secret() {
    return settings.neighbours().isPresent() ? new SecureRandom().nextLong() : 0;
  }

  private Network inhabited(Network network) {
    if (settings.neighbours().isEmpty()) {
      return network;
    }
    DeviceRuntime device = network.devices().get(0);
    Companions companions =
        new Companions(
            device.id(),
            device.station().inbox().roster(),
            device.station().link(),
            Identity.of(device, experiment, wiring),
            settings.patience(),
            System::nanoTime);
    return network.with(
        Optional.of(
            new Neighbourhood(
                companions,
                settings.neighbours().get(),
                wiring.topology(),
                experiment.mixing(),
                new Streams(experiment.seed()))));
  }

  private Beginning beginning(
      Experiment origin,
      Network network,
      Optional<Checkpoint> checkpoint,
      Optional<Gathering> gathering) {
    if (gathering.isEmpty() && !part.isWhole() && network.exchanges()) {
      network.close();
      throw Complaint.about(
          experiment.plugin(Kind.TRANSPORT),
          "it does not leave this process, and the other devices are elsewhere: use mqtt");
    }
    return new Beginning(origin, new Situation(experiment, wiring, network), checkpoint, gathering);
  }
}
