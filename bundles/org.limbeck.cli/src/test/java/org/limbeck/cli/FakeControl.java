package org.limbeck.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.limbeck.api.event.Rewired;
import org.limbeck.engine.control.DeviceStatus;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.Swap;

/** Knows what it was told. */
final class FakeControl implements RunControl {
  volatile RunStatus.State state = RunStatus.State.RUNNING;
  private final FakeRun run;
  private final CountDownLatch end = new CountDownLatch(1);

  FakeControl(FakeRun run) {
    this.run = run;
  }

  void awaitEnd() throws InterruptedException {
    end.await();
  }

  @Override
  public RunStatus status() {
    List<DeviceStatus> devices =
        run.devices().stream()
            .map(id -> new DeviceStatus(id, run.architecture(id), 100, 80, 0.9, 1, 1, 6000))
            .toList();
    return new RunStatus(
        run.experiment.name(),
        state,
        "",
        run.round(),
        run.experiment.rounds(),
        0,
        Map.of(),
        devices,
        List.of(),
        List.of());
  }

  @Override
  public CompletableFuture<Rewired> swap(Swap swap, String by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void pause() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void resume() {
    state = RunStatus.State.RUNNING;
  }

  @Override
  public void advance(long rounds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void end() {
    end.countDown();
  }
}
