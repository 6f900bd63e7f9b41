package org.limbeck.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentBuilder;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

/** Experiments to test with. */
public final class Experiments {
  private static final Map<PluginKind, String> PLUGINS =
      new EnumMap<>(
          Map.of(
              PluginKind.DATA, "digits",
              PluginKind.PARTITION, "dirichlet",
              PluginKind.REFERENCE, "digits",
              PluginKind.TOPOLOGY, "ring",
              PluginKind.AGGREGATION, "tracking-mean",
              PluginKind.WEIGHTING, "uniform",
              PluginKind.CODEC, "float32",
              PluginKind.TRANSPORT, "in-process",
              PluginKind.ALGORITHM, "distributed-distillation"));

  private Experiments() {}

  /** Three devices, six rounds, an evaluation every three. */
  public static Experiment small(Optional<String> baseline) {
    Map<PluginKind, PluginChoice> plugins = new EnumMap<>(PluginKind.class);
    PLUGINS.forEach((kind, name) -> plugins.put(kind, choice(kind, name)));
    return new ExperimentBuilder()
        .name("small")
        .description("Shows little.")
        .rounds(6)
        .evaluateEvery(3)
        .plugins(plugins)
        .baselineAlgorithm(baseline.map(name -> choice(PluginKind.ALGORITHM, name)))
        .devices(List.of(device(1, "mlp"), device(2, "mlp"), device(3, "softmax")))
        .build();
  }

  private static DeviceSpec device(int number, String architecture) {
    return new DeviceSpec("device-" + number, choice(PluginKind.ARCHITECTURE, architecture));
  }

  private static PluginChoice choice(PluginKind kind, String name) {
    return new PluginChoice(kind, name, Map.of(), new Origin("small.yaml", 1, kind.key()));
  }
}
