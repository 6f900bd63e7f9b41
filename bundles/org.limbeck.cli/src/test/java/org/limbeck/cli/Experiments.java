package org.limbeck.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.algorithm.Training;
import org.limbeck.engine.consensus.MixingWeights;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Handover;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.Pace;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Trigger;

/** Experiments to test with. */
public final class Experiments {
  private static final Map<Kind, String> PLUGINS =
      new EnumMap<>(
          Map.of(
              Kind.DATA, "digits",
              Kind.PARTITION, "dirichlet",
              Kind.REFERENCE, "digits",
              Kind.TOPOLOGY, "ring",
              Kind.AGGREGATION, "tracking-mean",
              Kind.CODEC, "float32",
              Kind.TRANSPORT, "in-process",
              Kind.ALGORITHM, "distributed-distillation"));

  private Experiments() {}

  /** Three devices, six rounds, an evaluation every three. */
  public static Experiment small(Optional<String> baseline) {
    Map<Kind, PluginChoice> plugins = new EnumMap<>(Kind.class);
    PLUGINS.forEach((kind, name) -> plugins.put(kind, choice(kind, name)));
    return new Experiment(
        "small",
        "Shows little.",
        1,
        6,
        3,
        100,
        new Training(1, 32),
        Handover.DEFAULT,
        Trigger.NONE,
        MixingWeights.METROPOLIS,
        Pace.LOCK_STEP,
        plugins,
        baseline.map(name -> choice(Kind.ALGORITHM, name)),
        List.of(device(1, "mlp"), device(2, "mlp"), device(3, "softmax")),
        List.of());
  }

  private static DeviceSpec device(int number, String architecture) {
    return new DeviceSpec("device-" + number, choice(Kind.ARCHITECTURE, architecture));
  }

  private static PluginChoice choice(Kind kind, String name) {
    return new PluginChoice(kind, name, Map.of(), new Origin("small.yaml", 1, kind.key()));
  }
}
