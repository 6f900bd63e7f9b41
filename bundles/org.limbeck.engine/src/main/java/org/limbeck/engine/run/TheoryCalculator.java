package org.limbeck.engine.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.WeightedGraph;
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.consensus.SpectralGap;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.InProcessPlacement;
import org.limbeck.engine.privacy.PrivacyAccountant;
import org.limbeck.engine.theory.AlgorithmTraffic;
import org.limbeck.engine.theory.CodecTraffic;
import org.limbeck.engine.theory.PrivacyForecast;
import org.limbeck.engine.theory.Theory;
import org.limbeck.engine.theory.WeightTraffic;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;

/** Says what an experiment will send, and how fast its graph mixes, without training anything. */
final class TheoryCalculator {
  private static final int WEIGHT_BYTES = Float.BYTES;

  private final Experiment experiment;
  private final PluginBinder binder;
  private final PluginCatalog catalog;

  /**
   * Makes a forecaster.
   *
   * @param binder gives the services; closed by the caller
   */
  TheoryCalculator(Experiment experiment, PluginBinder binder, PluginCatalog catalog) {
    this.experiment = experiment;
    this.binder = binder;
    this.catalog = catalog;
  }

  /** Makes the devices, asks them what they are going to send, and closes them. */
  Theory forecast() {
    PluginSet pluginSet = binder.bind(experiment);
    Map<PluginChoice, TrafficForecast> others = otherPlans();
    try (DeviceNetwork network = assembled(experiment)) {
      List<Graph> graphs = GraphMixing.graphs(network);
      double edges = graphs.stream().mapToInt(g -> g.edges().size()).average().orElseThrow();
      int devices = network.devices().size();
      double degree = 2 * edges / devices;
      TrafficForecast plan = plan(network);
      List<CodecTraffic> codecs = codecs(plan, pluginSet, degree);
      double gamma = codecs.get(0).gamma();
      Optional<List<WeightedGraph>> sequence = network.neighbours().sequence();
      SpectralGap gap =
          sequence
              .map(periodic -> SpectralGap.ofPeriod(periodic, 1))
              .orElseGet(() -> SpectralGap.ofDraws(graphs, experiment.mixing()));
      return new Theory(
          devices,
          edges,
          degree,
          pluginSet.topology().isTimeVarying(),
          sequence.stream().mapToInt(List::size).findFirst(),
          gap,
          sequence
              .map(periodic -> SpectralGap.ofPeriod(periodic, gamma))
              .orElseGet(() -> gap.withStep(gamma)),
          experiment.rounds(),
          plan.sending(),
          algorithms(plan, others, pluginSet.codec(), degree),
          codecs,
          weights(network, degree),
          privacy(network));
    }
  }

  /** All devices send the same rows. */
  private TrafficForecast plan(DeviceNetwork network) {
    return TrafficForecast.of(network.devices().get(0), experiment.rounds());
  }

  /**
   * Asks the devices of every other algorithm that takes the experiment, one after the other: all
   * have the same places on the transport.
   */
  private Map<PluginChoice, TrafficForecast> otherPlans() {
    PluginChoice own = experiment.plugin(PluginKind.ALGORITHM);
    Map<PluginChoice, TrafficForecast> plans = new LinkedHashMap<>();
    for (PluginChoice other : others(own)) {
      if (!other.name().equals(own.name())) {
        try (DeviceNetwork network = assembled(experiment.toBuilder().plugin(other).build())) {
          plans.put(other, plan(network));
        } catch (InvalidInputException e) {
          // one that does not work here is no choice
        }
      }
    }
    return plans;
  }

  private DeviceNetwork assembled(Experiment one) {
    return new DeviceFactory(one, binder.bind(one), new InProcessPlacement()).assemble();
  }

  private List<AlgorithmTraffic> algorithms(
      TrafficForecast own, Map<PluginChoice, TrafficForecast> others, Codec codec, double degree) {
    List<AlgorithmTraffic> traffic = new ArrayList<>();
    traffic.add(traffic(experiment.plugin(PluginKind.ALGORITHM), own, codec, degree));
    others.forEach((other, plan) -> traffic.add(traffic(other, plan, codec, degree)));
    return traffic;
  }

  private AlgorithmTraffic traffic(
      PluginChoice algorithm, TrafficForecast plan, Codec codec, double degree) {
    double payload = plan.payload(codec, degree);
    return new AlgorithmTraffic(
        algorithm.name(),
        plan.sending(),
        payload / Math.max(1, plan.sending()),
        payload,
        plan.frames(codec, degree, sender()));
  }

  private List<CodecTraffic> codecs(TrafficForecast plan, PluginSet pluginSet, double degree) {
    PluginChoice own = experiment.plugin(PluginKind.CODEC);
    List<CodecTraffic> traffic = new ArrayList<>(List.of(traffic(own, plan, degree)));
    for (PluginChoice other : others(own)) {
      try {
        if (!pluginSet.isTooCoarse(binder.service(other, Codec.class))) {
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

  private CodecTraffic traffic(PluginChoice choice, TrafficForecast plan, double degree) {
    Codec codec = binder.service(choice, Codec.class);
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

  private Optional<PrivacyForecast> privacy(DeviceNetwork network) {
    Training training = experiment.training();
    if (training.privacy().isEmpty()) {
      return Optional.empty();
    }
    DoubleSummaryStatistics epsilons =
        network.devices().stream()
            .mapToDouble(
                device ->
                    PrivacyAccountant.after(experiment.rounds(), training, device.data().rows())
                        .epsilon())
            .summaryStatistics();
    return Optional.of(
        new PrivacyForecast(
            training.privacy().get().delta(), epsilons.getMin(), epsilons.getMax()));
  }

  private List<WeightTraffic> weights(DeviceNetwork network, double degree) {
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
