package org.limbeck.engine.run;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.limbeck.api.event.RunObserver;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Predictor;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.checkpoint.Checkpoint;
import org.limbeck.engine.checkpoint.CheckpointFolder;
import org.limbeck.engine.checkpoint.Origins;
import org.limbeck.engine.dropin.ConfigurationEdits;
import org.limbeck.engine.dropin.Outside;
import org.limbeck.engine.dropin.PluginUpdates;
import org.limbeck.engine.experiment.DeviceSetup;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.experiment.Variation;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.reading.DeviceReader;
import org.limbeck.engine.reading.ExperimentReader;
import org.limbeck.engine.reading.ExperimentWriter;
import org.limbeck.engine.reading.OptionRules;
import org.limbeck.engine.rewiring.Situation;
import org.limbeck.engine.theory.Theory;
import org.limbeck.engine.wiring.Leases;
import org.limbeck.engine.wiring.Wirer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** The engine as a service. */
@Component
public final class ExperimentEngine implements Engine {
  private final BundleContext context;
  private final PluginCatalog catalog;
  private final OptionRules rules;
  private final ExperimentReader reader;
  private final Leases leases;
  private final Outside outside;

  /** Observers of every run. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<RunObserver> observers = List.of();

  @Activate
  public ExperimentEngine(
      BundleContext context,
      @Reference PluginCatalog catalog,
      @Reference OptionRules rules,
      @Reference Leases leases,
      @Reference PluginUpdates plugins,
      @Reference ConfigurationEdits configurations) {
    this.context = context;
    this.catalog = catalog;
    this.rules = rules;
    this.reader = new ExperimentReader(catalog, rules);
    this.leases = leases;
    this.outside = new Outside(plugins, configurations);
  }

  @Override
  public Experiment read(Path file, List<String> settings) {
    return reader.read(file, settings);
  }

  @Override
  public List<Variation> readAll(Path file, List<String> settings) {
    return reader.readAll(file, settings);
  }

  @Override
  public DeviceSetup readDevice(Path file, List<String> settings) {
    return new DeviceReader(catalog, rules).read(file, settings);
  }

  @Override
  public Run open(Experiment experiment, RunSettings settings) {
    return run(settings, wirer -> new Opening(experiment, settings, wirer).begin());
  }

  @Override
  public List<List<String>> check(List<Experiment> experiments) {
    List<List<String>> concerns = new ArrayList<>();
    try (Wirer wirer = new Wirer(leases)) {
      for (Experiment experiment : experiments) {
        wirer.retain(experiment);
        Situation situation = new Opening(experiment, RunSettings.of(1), wirer).begin().situation();
        try {
          concerns.add(Concerns.about(situation, catalog));
        } finally {
          situation.network().close();
        }
      }
    }
    return concerns;
  }

  @Override
  public Run resume(Experiment experiment, RunSettings settings) {
    Path path =
        settings
            .checkpoints()
            .orElseThrow(() -> new IllegalArgumentException("no folder of checkpoints is given"));
    CheckpointFolder folder = new CheckpointFolder(path);
    Checkpoint checkpoint = folder.latest();
    Experiment current =
        settings.neighbours().isPresent() ? experiment : current(experiment, checkpoint, path);
    return run(
        settings,
        wirer -> new Opening(current, settings, wirer).goOn(experiment, folder, checkpoint));
  }

  private Experiment current(Experiment experiment, Checkpoint checkpoint, Path path) {
    Origins.requireSame(checkpoint.origin(), new ExperimentWriter().write(experiment));
    return reader
        .read(checkpoint.current(), path + ", after round " + checkpoint.round())
        .withSwaps(experiment.swaps());
  }

  private Run run(RunSettings settings, Function<Wirer, Beginning> beginning) {
    Wirer wirer = new Wirer(leases);
    try {
      RunServices services =
          new RunServices(context, catalog, reader, outside, List.copyOf(observers));
      return new ExperimentRun(beginning.apply(wirer), settings, services, wirer);
    } catch (RuntimeException e) {
      wirer.close();
      throw e;
    }
  }

  @Override
  public Theory theory(Experiment experiment) {
    try (Wirer wirer = new Wirer(leases)) {
      return new Forecaster(experiment.inThisProcess(), wirer, catalog).forecast();
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
  public Predictor load(Experiment experiment, String device, InputStream model) {
    Wirer wirer = new Wirer(leases);
    try {
      return TrainedPredictor.load(experiment, device, model, wirer);
    } catch (RuntimeException e) {
      wirer.close();
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
