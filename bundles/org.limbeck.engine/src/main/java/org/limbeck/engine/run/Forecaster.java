package org.limbeck.engine.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.consensus.SpectralGap;
import org.limbeck.engine.device.Assembler;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.device.PlannedFrame;
import org.limbeck.engine.device.Workspace;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.plugin.PluginDescription;
import org.limbeck.engine.theory.CodecTraffic;
import org.limbeck.engine.theory.Theory;
import org.limbeck.engine.theory.WeightTraffic;
import org.limbeck.engine.wiring.Wirer;
import org.limbeck.engine.wiring.Wiring;

/** Says what an experiment will send, and how fast its graph mixes, without training anything. */
final class Forecaster {
  private static final int WEIGHT_BYTES = Float.BYTES;

  private final Experiment experiment;
  private final Wirer wirer;
  private final PluginCatalog catalog;

  /**
   * Makes a forecaster.
   *
   * @param wirer gives the services; closed by the caller
   */
  Forecaster(Experiment experiment, Wirer wirer, PluginCatalog catalog) {
    this.experiment = experiment;
    this.wirer = wirer;
    this.catalog = catalog;
  }

  /** Makes the devices, asks them what they are going to send, and closes them. */
  Theory forecast() {
    Wiring wiring = wirer.wire(experiment);
    Assembler assembler = new Assembler(experiment, wiring);
    try (Network network = assembler.assemble()) {
      List<Graph> graphs = GraphMixing.graphs(network);
      double edges = graphs.stream().mapToInt(g -> g.edges().size()).average().orElseThrow();
      int devices = network.devices().size();
      double degree = 2 * edges / devices;
      Map<List<PlannedFrame>, Long> rounds = plan(network.devices().get(0));
      return new Theory(
          devices,
          edges,
          degree,
          wiring.topology().isTimeVarying(),
          SpectralGap.ofDraws(graphs, experiment.mixing()),
          experiment.rounds(),
          rounds.values().stream().mapToLong(Long::longValue).sum(),
          codecs(rounds, degree),
          weights(network, degree));
    }
  }

  /** Counts the rounds in which the same is sent. All devices send the same rows. */
  private Map<List<PlannedFrame>, Long> plan(DeviceRuntime device) {
    Workspace workspace = new Workspace();
    Map<List<PlannedFrame>, Long> rounds = new LinkedHashMap<>();
    for (long round = 0; round < experiment.rounds(); round++) {
      List<PlannedFrame> frames =
          device.plan(round, workspace).stream().filter(frame -> frame.rows() > 0).toList();
      if (!frames.isEmpty()) {
        rounds.merge(frames, 1L, Long::sum);
      }
    }
    return rounds;
  }

  private List<CodecTraffic> codecs(Map<List<PlannedFrame>, Long> rounds, double degree) {
    PluginChoice own = experiment.plugin(Kind.CODEC);
    List<CodecTraffic> traffic = new ArrayList<>(List.of(traffic(own, rounds, degree)));
    catalog.plugins().stream()
        .filter(plugin -> plugin.kind() == Kind.CODEC)
        .filter(plugin -> plugin.options().stream().allMatch(o -> o.defaultValue().isPresent()))
        .map(plugin -> byDefault(plugin, own))
        .filter(choice -> !choice.equals(own))
        .sorted(Comparator.comparing(PluginChoice::name))
        .forEach(
            choice -> {
              try {
                traffic.add(traffic(choice, rounds, degree));
              } catch (InvalidInputException e) {
                // one that does not work here is no choice
              }
            });
    return traffic;
  }

  private static PluginChoice byDefault(PluginDescription plugin, PluginChoice own) {
    Map<String, Object> options = new TreeMap<>();
    plugin.options().forEach(o -> options.put(o.name(), o.defaultValue().orElseThrow()));
    return new PluginChoice(Kind.CODEC, plugin.name(), options, own.origin());
  }

  private CodecTraffic traffic(
      PluginChoice choice, Map<List<PlannedFrame>, Long> rounds, double degree) {
    Codec codec = wirer.service(choice, Codec.class);
    int sender = experiment.deviceIds().get(0).getBytes(StandardCharsets.UTF_8).length;
    double payload = 0;
    double frame = 0;
    long sending = 0;
    int width = 1;
    for (Map.Entry<List<PlannedFrame>, Long> each : rounds.entrySet()) {
      sending += each.getValue();
      for (PlannedFrame planned : each.getKey()) {
        int bytes = planned.mapBytes() + codec.maxBytes(planned.rows(), planned.width());
        double frames = each.getValue() * (planned.toServer() ? 1 : degree);
        payload += frames * bytes;
        frame += frames * Frame.size(sender, bytes);
        width = planned.width();
      }
    }
    return new CodecTraffic(
        choice.name(),
        choice.options().isEmpty() ? "" : choice.options().toString(),
        codec.gamma(width),
        payload / Math.max(1, sending),
        payload,
        frame);
  }

  private List<WeightTraffic> weights(Network network, double degree) {
    Map<String, Map<Integer, Integer>> counts = new LinkedHashMap<>();
    for (int n = 0; n < network.devices().size(); n++) {
      counts
          .computeIfAbsent(
              experiment.devices().get(n).architecture().name(), name -> new LinkedHashMap<>())
          .merge(network.devices().get(n).model().parameters(), 1, Integer::sum);
    }
    List<WeightTraffic> weights = new ArrayList<>();
    counts.forEach(
        (architecture, sizes) ->
            sizes.forEach(
                (parameters, devices) -> {
                  double copy = (double) WEIGHT_BYTES * parameters;
                  weights.add(
                      new WeightTraffic(architecture, devices, parameters, degree * copy, copy));
                }));
    return weights;
  }
}
