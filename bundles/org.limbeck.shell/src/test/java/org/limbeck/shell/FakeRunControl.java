package org.limbeck.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.topology.Edge;
import org.limbeck.engine.control.DeviceStatus;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.Swap;
import org.limbeck.experiment.yaml.YamlText;

/** Three devices on a path, after 137 rounds; remembers what it was asked for. */
public final class FakeRunControl implements RunControl {
  /** What it was asked for. */
  public final List<String> asked = new ArrayList<>();

  /** What it has changed. */
  public final List<Rewired> changes = new ArrayList<>();

  /** What changes are answered with. */
  public CompletableFuture<Rewired> answer =
      CompletableFuture.completedFuture(
          rewired(new Change("topology", "ring", "star", List.of()), Double.NaN, Double.NaN));

  private RunStatus.State state = RunStatus.State.RUNNING;
  private long round = 137;

  /** Returns a change that took effect in round 137. */
  public static Rewired rewired(Change change, double before, double after) {
    return new Rewired(
        137, "shell", List.of(change), Map.of(), List.of(), List.of(), before, after, 0.045);
  }

  @Override
  public RunStatus status() {
    return new RunStatus(
        "quickstart",
        state,
        state == RunStatus.State.PAUSED ? "shell asked for it" : "",
        round,
        500,
        0.3,
        Map.of("topology", "path", "algorithm", "distributed-distillation {regularization: 3}"),
        List.of(
            new DeviceStatus("device-1", "mlp {hidden: [16]}", 1210, 80, 0.9, 0.1234, 0.01, 7_700),
            new DeviceStatus("device-2", "softmax", 650, 80, 0.8, Double.NaN, 0.02, 900),
            new DeviceStatus("device-3", "softmax", 650, 80, Double.NaN, 0.5, 0.03, 0)),
        List.of(new Edge(0, 1), new Edge(1, 2)),
        changes);
  }

  @Override
  public CompletableFuture<Rewired> swap(Swap swap, String by) {
    String entry = YamlText.of(swap.values());
    if (entry.contains("wrong")) {
      throw new InvalidInputException(
          List.of(
              new Problem(new Origin(by, 0, "topology"), "there is no 'wrong'"),
              new Problem(new Origin(by, 0, "codec"), "neither here")));
    }
    asked.add(by + " " + entry);
    return answer;
  }

  @Override
  public void pause() {
    asked.add("pause");
    state = RunStatus.State.PAUSED;
  }

  @Override
  public void resume() {
    asked.add("resume");
    state = RunStatus.State.RUNNING;
  }

  @Override
  public void advance(long rounds) {
    asked.add("advance " + rounds);
    round += rounds;
    state = RunStatus.State.PAUSED;
  }

  @Override
  public void end() {
    asked.add("end");
  }
}
