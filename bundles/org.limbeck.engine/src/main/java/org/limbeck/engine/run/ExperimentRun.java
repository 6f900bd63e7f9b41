package org.limbeck.engine.run;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.Stateful;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunRestored;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.channel.DivergenceException;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.device.SilenceException;
import org.limbeck.engine.dropin.Outside;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.experiment.Pace;
import org.limbeck.engine.membership.Gathering;
import org.limbeck.engine.rewiring.Situation;
import org.limbeck.engine.round.LockStep;
import org.limbeck.engine.round.Workers;
import org.limbeck.engine.wiring.Complaint;
import org.limbeck.engine.wiring.Wirer;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** A run of an experiment in this process, with all devices in step. */
final class ExperimentRun implements Run {
  private final Beginning beginning;
  private final RunSettings settings;
  private final RunServices services;
  private final Wirer wirer;
  private final Workers workers;
  private final StatusBoard board;
  private final Swapper swapper;
  private final Steering steering;
  private final List<RunObserver> observers = new ArrayList<>();
  private boolean executed;

  ExperimentRun(Beginning beginning, RunSettings settings, RunServices services, Wirer wirer) {
    this.beginning = beginning;
    this.settings = settings;
    this.services = services;
    this.wirer = wirer;
    this.workers = new Workers(settings.threads());
    Situation situation = beginning.situation();
    this.board = new StatusBoard(situation.experiment());
    this.swapper =
        new Swapper(wirer, workers, board, this::tell, situation, beginning.nextDevice());
    this.steering =
        new Steering(
            board,
            this::check,
            settings.hold(),
            beginning.round(),
            situation.experiment().rounds());
  }

  @Override
  public void execute(List<RunObserver> given) throws InterruptedException {
    if (executed) {
      throw new IllegalStateException("this run has been executed already");
    }
    executed = true;
    List<Stateful> stateful = stateful(given);
    restore(stateful);
    observers.add(board);
    observers.addAll(given);
    observers.addAll(services.observers());
    gather();
    ServiceRegistration<RunControl> registration = register();
    try {
      tell(started());
      loop(stateful);
      beginning.gathering().ifPresent(Gathering::finish);
    } catch (DivergenceException e) {
      throw Complaint.about(experiment().plugin(Kind.ALGORITHM), e.getMessage());
    } catch (SilenceException e) {
      throw Complaint.about(experiment().plugin(Kind.TRANSPORT), e.getMessage());
    } finally {
      swapper
          .situation()
          .network()
          .neighbourhood()
          .ifPresent(neighbourhood -> neighbourhood.companions().leave());
      steering.close();
      registration.unregister();
    }
  }

  @Override
  public List<String> concerns() {
    return Concerns.about(swapper.situation(), services.catalog());
  }

  @Override
  public RunControl control() {
    return steering;
  }

  @Override
  public List<String> devices() {
    return swapper.situation().network().devices().stream().map(DeviceRuntime::id).toList();
  }

  @Override
  public void saveModel(String device, OutputStream out) throws IOException {
    DeviceRuntime runtime =
        swapper.situation().network().devices().stream()
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
      swapper.situation().network().close();
      beginning.gathering().ifPresent(Gathering::close);
    } finally {
      wirer.close();
    }
  }

  /** A run that goes on has gathered already, to agree on the round. */
  private void gather() throws InterruptedException {
    if (beginning.gathering().isPresent() && beginning.checkpoint().isEmpty()) {
      Network network = beginning.situation().network();
      Optional<Graph> fixed =
          network.meetings().isPresent() ? Optional.empty() : Optional.of(network.graph());
      beginning.gathering().get().gather(fixed, settings.patience());
    }
  }

  private void loop(List<Stateful> stateful) throws InterruptedException {
    Saver saver =
        new Saver(
            settings.checkpoints().map(CheckpointFolder::new),
            beginning.origin(),
            stateful,
            inStep(),
            !isOnItsOwn());
    Boundary boundary =
        new Boundary(
            services.reader(),
            wirer,
            settings.live() ? services.outside() : Outside.NOTHING,
            steering,
            swapper,
            saver,
            isOnItsOwn() ? Optional.of(growingData()) : Optional.empty(),
            new Tolerance(goesOnUnsaved(), this::tell),
            settings.patience(),
            this::tell,
            beginning.scheduledThrough());
    RunLoop loop =
        new RunLoop(
            swapper,
            boundary,
            steering,
            new LockStep(workers, settings.patience(), this::tell),
            this::tell,
            this::isOver,
            settings.pause(),
            beginning.round());
    if (beginning.checkpoint().isPresent()) {
      tell(new RunRestored(beginning.round()));
      saveAtOnce(boundary);
      loop.goOn();
    } else {
      saveAtOnce(boundary);
      loop.begin();
    }
    loop.run();
  }

  private GrowingData growingData() {
    return new GrowingData(
        () -> swapper.situation().wiring().data(),
        swapper::readDataAnew,
        this::tell,
        System::nanoTime);
  }

  /** A device on its own that is killed must know later that it has lived: see privacy. */
  private void saveAtOnce(Boundary boundary) {
    if (isOnItsOwn()) {
      boundary.save(beginning.round());
    }
  }

  private boolean isOnItsOwn() {
    return settings.neighbours().isPresent();
  }

  /**
   * Others learn from a device on its own, whether it is saved or not. But rounds that it does not
   * remember would not be counted against its privacy.
   */
  private boolean goesOnUnsaved() {
    return isOnItsOwn() && experiment().training().privacy().isEmpty();
  }

  /** Returns what brings the parts together that go on from the same round. */
  private Optional<Gathering> inStep() {
    return beginning.gathering().filter(g -> experiment().pace() == Pace.LOCK_STEP);
  }

  /** Who is slow ends with the others, where nobody waits. */
  private boolean isOver() {
    return experiment().pace() == Pace.ASYNCHRONOUS
        && beginning.gathering().filter(Gathering::othersHaveFinished).isPresent();
  }

  private ServiceRegistration<RunControl> register() {
    return services
        .context()
        .registerService(
            RunControl.class,
            steering,
            FrameworkUtil.asDictionary(Map.of("limbeck.run", experiment().name())));
  }

  private static List<Stateful> stateful(List<RunObserver> observers) {
    return observers.stream().filter(Stateful.class::isInstance).map(Stateful.class::cast).toList();
  }

  private void restore(List<Stateful> stateful) {
    if (beginning.checkpoint().isEmpty()) {
      return;
    }
    List<byte[]> states = beginning.observers();
    if (states.size() != stateful.size()) {
      throw new IllegalArgumentException(
          "the checkpoint has " + states.size() + " observers, not " + stateful.size());
    }
    for (int i = 0; i < states.size(); i++) {
      try {
        DeviceState.restore(states.get(i), stateful.get(i));
      } catch (IOException e) {
        throw new InvalidInputException(
            new Origin("checkpoint", 0, ""), "the record cannot be read: " + e.getMessage());
      }
    }
  }

  /** Reads an entry as it will be read between two rounds, so that mistakes are told at once. */
  private void check(String entry, String by) {
    services.reader().readSwap(entry, by, experiment(), swapper.nextDevice());
  }

  private Experiment experiment() {
    return swapper.situation().experiment();
  }

  private RunStarted started() {
    return new RunStarted(
        experiment().name(),
        experiment().seed(),
        experiment().rounds(),
        Swapper.plugins(experiment()),
        Swapper.descriptions(swapper.situation()),
        swapper.situation().network().graph().edges(),
        swapper.mixing());
  }

  private void tell(RunEvent event) {
    observers.forEach(observer -> observer.on(event));
  }
}
