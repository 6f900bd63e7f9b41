package org.limbeck.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunContinued;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunPaused;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.topology.Edge;
import org.limbeck.report.page.Report;

/**
 * Makes up a run in which things change: the topology, three devices' architecture, and who takes
 * part.
 */
public final class SwappedRun {
  static final Instant STARTED = Instant.parse("2025-03-01T09:30:00Z");
  public static final int ROUNDS = 600;

  private final int every;
  private final Random random = new Random(7);
  private final Map<String, String> plugins = new HashMap<>();
  private final List<DeviceDescription> devices = new ArrayList<>();
  private final List<RunEvent> events = new ArrayList<>();
  private int replacedAt = Integer.MIN_VALUE;

  private SwappedRun(int every) {
    this.every = every;
    plugins.putAll(
        Map.of(
            "algorithm", "distributed-distillation",
            "topology", "ring",
            "aggregation", "tracking-mean",
            "weighting", "uniform",
            "codec", "float32"));
    for (int i = 1; i <= 8; i++) {
      devices.add(device(i, List.of("mlp", "cnn", "softmax").get(i % 3)));
    }
  }

  /** Returns the events of the run, with an evaluation every so many rounds. */
  public static List<RunEvent> events(int every) {
    return new SwappedRun(every).tell();
  }

  public static RunRecord record(int every) {
    long[] now = {0};
    RunRecorder recorder = new RunRecorder(STARTED, () -> now[0] += 22_000_000);
    events(every).forEach(recorder::on);
    return recorder.record();
  }

  public static Report report() {
    RunRecord together = record(25);
    Optional<RunRecord> alone = Optional.of(SampleRun.quickstart().record("local-only"));
    return new Report(
        Summary.of(together, alone, 2),
        together,
        alone,
        "Eight devices change on the way.",
        "name: swapped\n",
        Map.of("Limbeck", "0.2.0"));
  }

  private List<RunEvent> tell() {
    events.add(new RunStarted("swapped", 7, ROUNDS, plugins, devices, edges()));
    evaluate(0);
    for (int round = 0; round < ROUNDS; round++) {
      change(round);
      complete(round);
      if ((round + 1) % every == 0) {
        evaluate(round + 1);
      }
    }
    events.add(new RunCompleted(ROUNDS));
    return events;
  }

  private void change(int round) {
    if (round == 120) {
      plugins.put("topology", "small-world");
      rewire(round, "schedule", Double.NaN, everyone("topology", "ring", "small-world {k: 4}"));
    } else if (round == 260) {
      devices.replaceAll(d -> d.architecture().equals("softmax") ? device(d, "tree") : d);
      replacedAt = round;
      List<String> replaced = List.of("device-2", "device-5", "device-8");
      Change change = new Change("architecture", "softmax", "tree {depth: 4}", replaced);
      rewire(round, "shell", 0.8, change);
    } else if (round == 275) {
      events.add(new RunPaused(round, "waits for the codec int4"));
      events.add(new RunContinued(round));
      plugins.put("codec", "int4");
      rewire(round, "plugins/torus-1.1.jar", Double.NaN, everyone("codec", "float32", "int4"));
    } else if (round == 400) {
      DeviceDescription leaving = devices.remove(2);
      DeviceDescription joining = device(9, "mlp");
      devices.add(joining);
      rewire(
          round,
          "shell",
          Double.NaN,
          new Change("leave", leaving.architecture(), "", List.of(leaving.id())),
          new Change("join", "", joining.architecture(), List.of(joining.id())));
    }
  }

  private Change everyone(String kind, String from, String to) {
    return new Change(kind, from, to, devices.stream().map(DeviceDescription::id).toList());
  }

  private void rewire(int round, String by, double before, Change... changes) {
    events.add(
        new Rewired(
            round,
            by,
            List.of(changes),
            plugins,
            devices,
            edges(),
            before,
            before - 0.3,
            0.012 + round / 5000.0));
  }

  private void complete(int round) {
    List<DeviceRound> rounds = new ArrayList<>();
    for (DeviceDescription device : devices) {
      Traffic traffic = new Traffic(2560, 2700);
      double loss = 2 * Math.exp(-round / 100.0) + 0.1 * random.nextDouble();
      rounds.add(new DeviceRound(device.id(), loss, loss / 7, traffic, traffic));
    }
    events.add(new RoundCompleted(round, rounds));
  }

  private void evaluate(int round) {
    List<DeviceEvaluation> evaluations = new ArrayList<>();
    for (DeviceDescription device : devices) {
      double learned = 1 - Math.exp(-round / 90.0);
      boolean isNew = device.architecture().equals("tree") && round >= replacedAt;
      double dip = isNew ? 0.3 * Math.exp(-(round - replacedAt) / 40.0) : 0;
      double accuracy = 0.1 + 0.8 * learned - dip + 0.01 * random.nextGaussian();
      double left = Math.exp(-round / 150.0);
      evaluations.add(new DeviceEvaluation(device.id(), accuracy, left, left / 9, 2 * left));
    }
    events.add(new RoundEvaluated(round, evaluations));
  }

  private List<Edge> edges() {
    int count = devices.size();
    return IntStream.range(0, count).mapToObj(i -> new Edge(i, (i + 1) % count)).toList();
  }

  private static DeviceDescription device(int number, String architecture) {
    return new DeviceDescription("device-" + number, architecture, 650, 40 + number);
  }

  private static DeviceDescription device(DeviceDescription device, String architecture) {
    return new DeviceDescription(device.id(), architecture, 480, device.privateRows());
  }
}
