package org.limbeck.engine.run;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunStarted;
import org.limbeck.engine.Run;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DivergenceException;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.round.LockStep;
import org.limbeck.engine.round.Workers;
import org.limbeck.engine.wiring.Complaint;
import org.limbeck.engine.wiring.Wirer;

/** A run of an experiment in this process, with all devices in step. */
final class ExperimentRun implements Run {
  private final Experiment experiment;
  private final Network network;
  private final Wirer wirer;
  private final Workers workers;
  private final List<RunObserver> standingObservers;
  private boolean executed;

  ExperimentRun(
      Experiment experiment,
      Network network,
      Wirer wirer,
      int threads,
      List<RunObserver> standingObservers) {
    this.experiment = experiment;
    this.network = network;
    this.wirer = wirer;
    this.workers = new Workers(threads);
    this.standingObservers = standingObservers;
  }

  @Override
  public void execute(List<RunObserver> observers) throws InterruptedException {
    if (executed) {
      throw new IllegalStateException("this run has been executed already");
    }
    executed = true;
    List<RunObserver> all = new ArrayList<>(observers);
    all.addAll(standingObservers);
    tell(all, started());
    try {
      new LockStep(network, workers, event -> tell(all, event))
          .run(experiment.rounds(), experiment.evaluateEvery());
    } catch (DivergenceException e) {
      throw Complaint.about(experiment.plugin(Kind.ALGORITHM), e.getMessage());
    }
  }

  @Override
  public List<String> devices() {
    return network.devices().stream().map(DeviceRuntime::id).toList();
  }

  @Override
  public void saveModel(String device, OutputStream out) throws IOException {
    DeviceRuntime runtime =
        network.devices().stream()
            .filter(d -> d.id().equals(device))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("there is no device " + device));
    DataOutputStream data = new DataOutputStream(out);
    runtime.model().save(data);
    data.flush();
  }

  @Override
  public void close() {
    try {
      // In this order: a model must not be closed while a worker uses it.
      workers.close();
      network.close();
    } finally {
      wirer.close();
    }
  }

  private RunStarted started() {
    Map<String, String> plugins = new TreeMap<>();
    experiment.plugins().forEach((kind, choice) -> plugins.put(kind.key(), choice.name()));
    return new RunStarted(
        experiment.name(),
        experiment.seed(),
        experiment.rounds(),
        plugins,
        IntStream.range(0, network.devices().size()).mapToObj(this::describe).toList(),
        network.graph().edges());
  }

  private DeviceDescription describe(int n) {
    DeviceRuntime device = network.devices().get(n);
    return new DeviceDescription(
        device.id(),
        experiment.devices().get(n).architecture().name(),
        device.model().parameters(),
        device.data().rows());
  }

  private static void tell(List<RunObserver> observers, RunEvent event) {
    observers.forEach(observer -> observer.on(event));
  }
}
