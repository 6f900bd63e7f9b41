package org.limbeck.engine.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.consensus.SpectralGap;
import org.limbeck.engine.device.Assembler;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.plugin.PluginDescription;
import org.limbeck.engine.privacy.Accountant;
import org.limbeck.engine.theory.AlgorithmTraffic;
import org.limbeck.engine.theory.CodecTraffic;
import org.limbeck.engine.theory.PrivacyForecast;
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
    Map<PluginChoice, SendingPlan> others = otherPlans();
    try (Network network = new Assembler(experiment, wiring).assemble()) {
      List<Graph> graphs = GraphMixing.graphs(network);
      double edges = graphs.stream().mapToInt(g -> g.edges().size()).average().orElseThrow();
      int devices = network.devices().size();
      double degree = 2 * edges / devices;
      SendingPlan plan = plan(network);
      return new Theory(
          devices,
          edges,
          degree,
          wiring.topology().isTimeVarying(),
          SpectralGap.ofDraws(graphs, experiment.mixing()),
          experiment.rounds(),
          plan.sending(),
          algorithms(plan, others, wiring.codec(), degree),
          codecs(plan, wiring, degree),
          weights(network, degree),
          privacy(network));
    }
  }

  /** All devices send the same rows. */
  private SendingPlan plan(Network network) {
    return SendingPlan.of(network.devices().get(0), experiment.rounds());
  }

  /**
   * Asks the devices of every other algorithm that takes the experiment, one after the other: all
   * have the same places on the transport.
   */
  private Map<PluginChoice, SendingPlan> otherPlans() {
    PluginChoice own = experiment.plugin(Kind.ALGORITHM);
    Map<PluginChoice, SendingPlan> plans = new LinkedHashMap<>();
    for (PluginChoice other : others(own)) {
      if (!other.name().equals(own.name())) {
        try (Network network = assembled(other)) {
          plans.put(other, plan(network));
        } catch (InvalidInputException e) {
          // one that does not work here is no choice
        }
      }
    }
    return plans;
  }

  private Network assembled(PluginChoice algorithm) {
    Map<Kind, PluginChoice> plugins = new EnumMap<>(experiment.plugins());
    plugins.put(Kind.ALGORITHM, algorithm);
    Experiment other =
        experiment.rewired(
            plugins, experiment.devices(), experiment.training(), experiment.evaluateEvery());
    return new Assembler(other, wirer.wire(other)).assemble();
  }

  private List<AlgorithmTraffic> algorithms(
      SendingPlan own, Map<PluginChoice, SendingPlan> others, Codec codec, double degree) {
    List<AlgorithmTraffic> traffic = new ArrayList<>();
    traffic.add(traffic(experiment.plugin(Kind.ALGORITHM), own, codec, degree));
    others.forEach((other, plan) -> traffic.add(traffic(other, plan, codec, degree)));
    return traffic;
  }

  private AlgorithmTraffic traffic(
      PluginChoice algorithm, SendingPlan plan, Codec codec, double degree) {
    double payload = plan.payload(codec, degree);
    return new AlgorithmTraffic(
        algorithm.name(),
        plan.sending(),
        payload / Math.max(1, plan.sending()),
        payload,
        plan.frames(codec, degree, sender()));
  }

  private List<CodecTraffic> codecs(SendingPlan plan, Wiring wiring, double degree) {
    PluginChoice own = experiment.plugin(Kind.CODEC);
    List<CodecTraffic> traffic = new ArrayList<>(List.of(traffic(own, plan, degree)));
    for (PluginChoice other : others(own)) {
      try {
        if (!wiring.isTooCoarse(wirer.service(other, Codec.class))) {
          traffic.add(traffic(other, plan, degree));
        }
      } catch (InvalidInputException e) {
        // one that does not work here is no choice
      }
    }
    return traffic;
  }

  /** Returns the plug-ins of the same kind with their defaults, by name. */
  private List<PluginChoice> others(PluginChoice own) {
    return catalog.plugins().stream()
        .filter(plugin -> plugin.kind() == own.kind())
        .filter(plugin -> plugin.options().stream().allMatch(o -> o.defaultValue().isPresent()))
        .map(plugin -> byDefault(plugin, own))
        .filter(choice -> !choice.equals(own))
        .sorted(Comparator.comparing(PluginChoice::name))
        .toList();
  }

  private static PluginChoice byDefault(PluginDescription plugin, PluginChoice own) {
    Map<String, Object> options = new TreeMap<>();
    plugin.options().forEach(o -> options.put(o.name(), o.defaultValue().orElseThrow()));
    return new PluginChoice(own.kind(), plugin.name(), options, own.origin());
  }

  private CodecTraffic traffic(PluginChoice choice, SendingPlan plan, double degree) {
    Codec codec = wirer.service(choice, Codec.class);
    double payload = plan.payload(codec, degree);
    return new CodecTraffic(
        choice.name(),
        choice.options().isEmpty() ? "" : choice.options().toString(),
        codec.gamma(plan.width()),
        payload / Math.max(1, plan.sending()),
        payload,
        plan.frames(codec, degree, sender()));
  }

  private int sender() {
    return experiment.deviceIds().get(0).getBytes(StandardCharsets.UTF_8).length;
  }

  private Optional<PrivacyForecast> privacy(Network network) {
    Training training = experiment.training();
    if (training.privacy().isEmpty()) {
      return Optional.empty();
    }
    DoubleSummaryStatistics epsilons =
        network.devices().stream()
            .mapToDouble(
                device ->
                    Accountant.after(experiment.rounds(), training, device.data().rows()).epsilon())
            .summaryStatistics();
    return Optional.of(
        new PrivacyForecast(
            training.privacy().get().delta(), epsilons.getMin(), epsilons.getMax()));
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
