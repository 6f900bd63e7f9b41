package org.limbeck.engine.run;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.observer.ObserverFactory;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.deploy.ConfigurationUpdates;
import org.limbeck.deploy.ExternalUpdates;
import org.limbeck.deploy.PluginUpdates;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Placement;
import org.limbeck.engine.Predictor;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.binding.PluginServices;
import org.limbeck.engine.binding.SigningPolicy;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.checkpoint.ExperimentMatch;
import org.limbeck.engine.checkpoint.UnusableCheckpointException;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.engine.theory.Theory;
import org.limbeck.experiment.DeviceSetup;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentVariant;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.file.DeviceFileReader;
import org.limbeck.experiment.file.ExperimentReader;
import org.limbeck.experiment.file.ExperimentWriter;
import org.limbeck.experiment.file.SwapApplier;
import org.limbeck.experiment.plugin.OptionRules;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** The engine as a service. */
@Component
public final class ExperimentEngine implements Engine {
  /** Nothing is sent. */
  private static final SigningPolicy ANYWHERE = new SigningPolicy(true);

  private final BundleContext context;
  private final PluginCatalog catalog;
  private final OptionRules rules;
  private final ExperimentReader reader;
  private final PluginServices services;
  private final ExternalUpdates externalUpdates;

  /** Observers of every run. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<RunObserver> observers = List.of();

  @Activate
  public ExperimentEngine(
      BundleContext context,
      @Reference PluginCatalog catalog,
      @Reference OptionRules rules,
      @Reference PluginServices services,
      @Reference PluginUpdates plugins,
      @Reference ConfigurationUpdates configurations) {
    this.context = context;
    this.catalog = catalog;
    this.rules = rules;
    this.reader = new ExperimentReader(catalog, rules);
    this.services = services;
    this.externalUpdates = new ExternalUpdates(plugins, configurations);
  }

  @Override
  public Experiment read(Path file, List<String> settings) {
    return reader.read(file, settings);
  }

  @Override
  public List<ExperimentVariant> readAll(Path file, List<String> settings) {
    return reader.readAll(file, settings);
  }

  @Override
  public DeviceSetup readDevice(Path file, List<String> settings) {
    return new DeviceFileReader(catalog, rules).read(file, settings);
  }

  @Override
  public Run open(Experiment experiment, RunSettings settings) {
    return run(
        experiment, settings, binder -> new RunFactory(experiment, settings, binder).begin());
  }

  @Override
  public List<List<String>> check(List<Experiment> experiments) {
    List<List<String>> warnings = new ArrayList<>();
    try (PluginBinder binder = new PluginBinder(services, ANYWHERE)) {
      for (Experiment experiment : experiments) {
        binder.retain(experiment);
        experiment.observers().forEach(choice -> binder.service(choice, ObserverFactory.class));
        ActiveNetwork activeNetwork =
            new RunFactory(experiment, RunSettings.of(1), binder).begin().activeNetwork();
        try {
          warnings.add(Warnings.about(activeNetwork, catalog, RunSettings.of(1)));
        } finally {
          activeNetwork.network().close();
        }
      }
    }
    return warnings;
  }

  @Override
  public Run resume(Experiment experiment, RunSettings settings) {
    Path path =
        settings
            .checkpoints()
            .orElseThrow(() -> new IllegalArgumentException("no folder of checkpoints is given"));
    CheckpointFolder folder = new CheckpointFolder(path);
    Checkpoint latest = folder.latest();
    try {
      return resume(experiment, settings, folder, latest);
    } catch (UnusableCheckpointException e) {
      // The parts of a split run have agreed on a round already.
      Optional<Checkpoint> former =
          settings.placement() instanceof Placement.Part
              ? Optional.empty()
              : folder.latestBefore(latest.round());
      try {
        return resume(experiment, settings, folder, former.orElseThrow(e::refusal));
      } catch (UnusableCheckpointException again) {
        throw e.refusal();
      }
    }
  }

  private Run resume(
      Experiment experiment, RunSettings settings, CheckpointFolder folder, Checkpoint checkpoint) {
    Experiment current =
        settings.placement() instanceof Placement.Standalone
            ? experiment
            : current(experiment, checkpoint, folder);
    return run(
        experiment,
        settings,
        binder -> new RunFactory(current, settings, binder).resume(experiment, folder, checkpoint));
  }

  private Experiment current(
      Experiment experiment, Checkpoint checkpoint, CheckpointFolder folder) {
    try {
      ExperimentMatch.requireSame(checkpoint.origin(), new ExperimentWriter().write(experiment));
      return reader
          .read(checkpoint.current(), folder + ", after round " + checkpoint.round())
          .withSwaps(experiment.swaps());
    } catch (InvalidInputException e) {
      throw new UnusableCheckpointException(e);
    }
  }

  private Run run(
      Experiment experiment,
      RunSettings settings,
      Function<PluginBinder, InitialState> initialState) {
    ChosenObservers chosen =
        new ChosenObservers(experiment, settings.folder(), new PluginBinder(services, ANYWHERE));
    PluginBinder binder =
        new PluginBinder(
            services, new SigningPolicy(settings.keys().isPresent() || settings.unsigned()));
    try {
      RunServices services =
          new RunServices(
              context,
              catalog,
              new SwapApplier(catalog, rules),
              externalUpdates,
              List.copyOf(observers));
      chosen.take();
      return new ExperimentRun(initialState.apply(binder), settings, services, binder, chosen);
    } catch (RuntimeException e) {
      chosen.close();
      binder.close();
      throw e;
    }
  }

  @Override
  public Theory theory(Experiment experiment) {
    try (PluginBinder binder = new PluginBinder(services, ANYWHERE)) {
      return new TheoryCalculator(experiment.inThisProcess(), binder, catalog).forecast();
    }
  }

  @Override
  public String write(Experiment experiment) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("limbeck", context.getBundle().getVersion().toString());
    versions.put("java", System.getProperty("java.version"));
    experiment
        .choices()
        .forEach(choice -> versions.put(choice.kind().key() + "/" + choice.name(), bundle(choice)));
    return new ExperimentWriter().write(experiment, versions);
  }

  @Override
  public Predictor load(
      Experiment experiment,
      String device,
      Optional<Preprocessing> preprocessing,
      InputStream model) {
    PluginBinder binder = new PluginBinder(services, ANYWHERE);
    try {
      return TrainedPredictor.load(experiment, device, preprocessing, model, binder);
    } catch (RuntimeException e) {
      binder.close();
      throw e;
    }
  }

  private String bundle(PluginChoice choice) {
    return catalog
        .find(choice.kind(), choice.name())
        .map(plugin -> plugin.bundle() + " " + plugin.version())
        .orElse("not there any more");
  }
}
