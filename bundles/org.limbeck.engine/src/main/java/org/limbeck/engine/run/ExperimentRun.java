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
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.deploy.ExternalUpdates;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.placement.DevicePlacement;
import org.limbeck.engine.round.RoundExecutor;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.engine.worker.WorkerPool;
import org.limbeck.exchange.channel.DivergenceException;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.TransportException;
import org.limbeck.exchange.lockstep.PeerRefusedException;
import org.limbeck.exchange.lockstep.PeerTimeoutException;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** A run of an experiment, or of those of its devices that are in this process. */
final class ExperimentRun implements Run {
  private final InitialState initialState;
  private final DevicePlacement placement;
  private final RunSettings settings;
  private final RunServices services;
  private final PluginBinder binder;
  private final ChosenObservers chosen;
  private final WorkerPool workers;
  private final RunStatusTracker statusTracker;
  private final Swapper swapper;
  private final RunController controller;
  private final List<RunObserver> observers = new ArrayList<>();
  private boolean executed;

  ExperimentRun(
      InitialState initialState,
      RunSettings settings,
      RunServices services,
      PluginBinder binder,
      ChosenObservers chosen) {
    this.initialState = initialState;
    this.placement = initialState.activeNetwork().network().placement();
    this.settings = settings;
    this.services = services;
    this.binder = binder;
    this.chosen = chosen;
    this.workers = new WorkerPool(settings.threads());
    ActiveNetwork activeNetwork = initialState.activeNetwork();
    this.statusTracker = new RunStatusTracker(activeNetwork.experiment());
    this.swapper =
        new Swapper(
            services.swaps(),
            binder,
            workers,
            statusTracker,
            this::tell,
            activeNetwork,
            initialState.nextDevice());
    this.controller =
        new RunController(
            statusTracker,
            swapper::check,
            placement::isOver,
            settings.hold(),
            initialState.round(),
            activeNetwork.experiment().rounds());
  }

  @Override
  public void execute(List<RunObserver> given) throws InterruptedException {
    if (executed) {
      throw new IllegalStateException("this run has been executed already");
    }
    executed = true;
    try (chosen) {
      List<Stateful> stateful = new ArrayList<>(stateful(given));
      stateful.addAll(chosen.open());
      initialState.restore(stateful);
      execute(given, stateful);
    }
  }

  private void execute(List<RunObserver> given, List<Stateful> stateful)
      throws InterruptedException {
    observers.add(statusTracker);
    observers.addAll(given);
    observers.add(chosen);
    observers.addAll(services.observers());
    begin();
    ServiceRegistration<RunControl> registration = register();
    try {
      tell(started());
      loop(stateful);
      Workspace answering = new Workspace();
      placement.finish(() -> swapper.activeNetwork().network().answer(answering));
    } catch (DivergenceException e) {
      throw PluginErrors.about(experiment().plugin(PluginKind.ALGORITHM), e.getMessage());
    } catch (PeerTimeoutException | PeerRefusedException | TransportException e) {
      throw PluginErrors.about(experiment().plugin(PluginKind.TRANSPORT), e.getMessage());
    } finally {
      placement.leave();
      controller.close();
      registration.unregister();
    }
  }

  @Override
  public List<String> warnings() {
    return Warnings.about(swapper.activeNetwork(), services.catalog(), settings);
  }

  @Override
  public RunControl control() {
    return controller;
  }

  @Override
  public List<String> devices() {
    return swapper.activeNetwork().network().devices().stream().map(DeviceRuntime::id).toList();
  }

  @Override
  public List<String> notices() {
    return Warnings.notices(swapper.activeNetwork());
  }

  @Override
  public Optional<Preprocessing> preprocessing() {
    return swapper.activeNetwork().pluginSet().data().preprocessing();
  }

  @Override
  public void saveModel(String device, OutputStream out) throws IOException {
    DeviceRuntime runtime =
        swapper.activeNetwork().network().devices().stream()
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
      swapper.activeNetwork().network().close();
      placement.close();
    } finally {
      chosen.close();
      binder.close();
    }
  }

  /** A run that goes on has gathered already, to agree on the round. */
  private void begin() throws InterruptedException {
    DeviceNetwork network = initialState.activeNetwork().network();
    if (initialState.checkpoint().isEmpty()) {
      begin(network);
    }
    placement.run().ifPresent(run -> network.devices().forEach(device -> device.bind(run)));
  }

  private void begin(DeviceNetwork network) throws InterruptedException {
    try {
      placement.begin(
          network.neighbours().isTimeVarying() ? Optional.empty() : Optional.of(network.graph()));
    } catch (TransportException e) {
      throw PluginErrors.about(experiment().plugin(PluginKind.TRANSPORT), e.getMessage());
    }
  }

  private void loop(List<Stateful> stateful) throws InterruptedException {
    ExternalUpdates updates =
        settings.live() ? services.externalUpdates() : ExternalUpdates.NOTHING;
    DueSwaps swaps =
        new DueSwaps(
            swapper,
            controller,
            updates.configurations(),
            this::tell,
            initialState.scheduledThrough());
    RunCheckpoints checkpoints =
        new RunCheckpoints(swapper, swaps, checkpointWriter(stateful), failurePolicy());
    RoundBoundary roundBoundary =
        new RoundBoundary(
            swaps,
            new PluginRenewal(binder, updates.plugins(), swapper, checkpoints, this::tell),
            placement.ownsData() ? Optional.of(growingData()) : Optional.empty(),
            checkpoints,
            controller,
            settings.timeout(),
            this::tell);
    RunLoop loop =
        new RunLoop(
            swapper,
            roundBoundary,
            checkpoints,
            controller,
            new RoundExecutor(workers, settings.timeout(), this::tell),
            this::tell,
            settings.pause(),
            initialState.round());
    boolean goesOn = initialState.checkpoint().isPresent();
    if (goesOn) {
      tell(new RunRestored(initialState.round()));
    }
    if (placement.savesAtOnce()) {
      checkpoints.save(initialState.round());
    }
    if (goesOn) {
      loop.goOn();
    } else {
      loop.begin();
    }
    loop.run();
  }

  private CheckpointWriter checkpointWriter(List<Stateful> stateful) {
    return new CheckpointWriter(
        settings.checkpoints().map(CheckpointFolder::new),
        initialState.origin(),
        stateful,
        placement);
  }

  private CheckpointFailurePolicy failurePolicy() {
    return new CheckpointFailurePolicy(
        placement.goesOnUnsaved(experiment().training()), this::tell);
  }

  private PrivateDataWatcher growingData() {
    return new PrivateDataWatcher(
        () -> swapper.activeNetwork().pluginSet().data(),
        swapper::readDataAnew,
        this::tell,
        System::nanoTime);
  }

  private ServiceRegistration<RunControl> register() {
    return services
        .context()
        .registerService(
            RunControl.class,
            controller,
            FrameworkUtil.asDictionary(Map.of("limbeck.run", experiment().name())));
  }

  private static List<Stateful> stateful(List<RunObserver> observers) {
    return observers.stream().filter(Stateful.class::isInstance).map(Stateful.class::cast).toList();
  }

  private Experiment experiment() {
    return swapper.activeNetwork().experiment();
  }

  private RunStarted started() {
    return new RunStarted(
        experiment().name(),
        experiment().seed(),
        experiment().rounds(),
        Swapper.plugins(experiment()),
        Swapper.descriptions(swapper.activeNetwork()),
        swapper.activeNetwork().network().graph().edges(),
        swapper.mixing());
  }

  private void tell(RunEvent event) {
    observers.forEach(observer -> observer.on(event));
  }
}
