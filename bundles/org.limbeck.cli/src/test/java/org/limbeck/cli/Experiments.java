package org.limbeck.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.algorithm.Training;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.HandoverSettings;
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
              PluginKind.CODEC, "float32",
              PluginKind.TRANSPORT, "in-process",
              PluginKind.ALGORITHM, "distributed-distillation"));

  private Experiments() {}

  /** Three devices, six rounds, an evaluation every three. */
  public static Experiment small(Optional<String> baseline) {
    Map<PluginKind, PluginChoice> plugins = new EnumMap<>(PluginKind.class);
    PLUGINS.forEach((kind, name) -> plugins.put(kind, choice(kind, name)));
    return new Experiment(
        "small",
        "Shows little.",
        1,
        6,
        3,
        100,
        new Training(1, 32),
        HandoverSettings.DEFAULT,
        EventTrigger.NONE,
        MixingWeights.METROPOLIS,
        ExecutionMode.LOCK_STEP,
        plugins,
        baseline.map(name -> choice(PluginKind.ALGORITHM, name)),
        List.of(device(1, "mlp"), device(2, "mlp"), device(3, "softmax")),
        List.of());
  }

  private static DeviceSpec device(int number, String architecture) {
    return new DeviceSpec("device-" + number, choice(PluginKind.ARCHITECTURE, architecture));
  }

  private static PluginChoice choice(PluginKind kind, String name) {
    return new PluginChoice(kind, name, Map.of(), new Origin("small.yaml", 1, kind.key()));
  }
}
