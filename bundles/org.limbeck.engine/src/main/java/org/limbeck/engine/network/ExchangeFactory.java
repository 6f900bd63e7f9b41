package org.limbeck.engine.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.topology.WeightedGraph;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.placement.DevicePlacement;
import org.limbeck.exchange.ExchangeProtocol;
import org.limbeck.exchange.async.AsyncProtocol;
import org.limbeck.exchange.async.Incarnations;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.lockstep.LockStepProtocol;
import org.limbeck.exchange.neighbours.EdgeSchedule;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.exchange.server.AveragingServer;
import org.limbeck.exchange.state.PublicCopies;
import org.limbeck.exchange.state.SharedPublicCopies;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

/** Makes what devices exchange by: their protocol, and what tells their frames from others. */
final class ExchangeFactory {
  private final Experiment experiment;
  private final PluginSet pluginSet;
  private final DevicePlacement placement;
  private final Optional<KeyRing> keys;
  private final PublicCopies copies;
  private final Optional<AveragingServer> server;
  private final Optional<EdgeSchedule> schedule;
  private final Envelope envelope;

  /**
   * Makes a factory.
   *
   * @param placement where the devices live
   * @param sequence the graphs that follow each other; none where there is no order
   */
  ExchangeFactory(
      Experiment experiment,
      PluginSet pluginSet,
      DevicePlacement placement,
      List<WeightedGraph> sequence) {
    this.experiment = experiment;
    this.pluginSet = pluginSet;
    this.placement = placement;
    this.keys = pluginSet.transport().isImmediate() ? Optional.empty() : placement.keys();
    boolean shared = pluginSet.transport().isImmediate() && !isAsynchronous();
    this.copies = shared ? new SharedPublicCopies() : PublicCopies.SEPARATE;
    this.server = shared ? Optional.of(new AveragingServer(pluginSet.codec())) : Optional.empty();
    this.schedule =
        sequence.isEmpty() || !mixesEdgeByEdge()
            ? Optional.empty()
            : Optional.of(new EdgeSchedule(experiment.deviceIds(), sequence));
    this.envelope = envelope();
  }

  /** Returns the server that all devices have in common; empty where there can be none. */
  Optional<AveragingServer> server() {
    return server;
  }

  /** Opens what a device sends and receives frames by. */
  FramePort port(String device, Endpoint endpoint) {
    return FramePort.open(envelope.from(device), keys, endpoint);
  }

  /** Returns how a device waits for others, and what its frames say. */
  ExchangeProtocol protocol() {
    if (isAsynchronous()) {
      return new AsyncProtocol(
          new TriggeredCodec(pluginSet.codec(), experiment.trigger()),
          pluginSet.aggregation().conservesSum(),
          leastIncarnation(),
          placement::presence);
    }
    return new LockStepProtocol(
        pluginSet.codec(),
        experiment.trigger(),
        (pluginSet.topology().isTimeVarying() && schedule.isEmpty())
            || !pluginSet.codec().codesDifferences(),
        copies,
        server,
        schedule,
        pluginSet.aggregation().conservesSum());
  }

  /** Returns which edges rows go over; empty if all rows of a round go over the same edges. */
  Optional<EdgeSchedule> schedule() {
    return schedule;
  }

  /** Returns whether rows can go over different edges: devices that need not be in step say so. */
  private boolean mixesEdgeByEdge() {
    return pluginSet.algorithm().isAsynchronous() && pluginSet.codec().codesDifferences();
  }

  private boolean isAsynchronous() {
    return experiment.pace() == ExecutionMode.ASYNCHRONOUS;
  }

  /**
   * The clock tells incarnations apart where the folder of a device, and so its count, was lost.
   */
  private long leastIncarnation() {
    return pluginSet.transport().isImmediate() ? 1 : Incarnations.at(Instant.now());
  }

  private String network() {
    return pluginSet
        .transport()
        .network()
        .orElseGet(() -> experiment.name() + "/" + experiment.seed());
  }

  /** The digest takes reading all reference data: once for all devices. */
  private Envelope envelope() {
    return Envelope.of(
        network(),
        experiment.devices().get(0).id(),
        pluginSet.reference().digest(),
        CompatibilityCheck.describe(experiment.plugin(PluginKind.CODEC)));
  }
}
