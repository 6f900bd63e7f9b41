package org.limbeck.engine.run;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.limbeck.api.event.RunObserver;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Predictor;
import org.limbeck.engine.Run;
import org.limbeck.engine.device.Network;
import org.limbeck.engine.device.NetworkBuilder;
import org.limbeck.engine.experiment.DeviceSpec;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.reading.ExperimentReader;
import org.limbeck.engine.reading.ExperimentWriter;
import org.limbeck.engine.reading.OptionRules;
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
  private final PluginCatalog catalog;
  private final ExperimentReader reader;
  private final Leases leases;
  private final String version;

  /** Observers of every run. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE)
  private volatile List<RunObserver> observers = List.of();

  @Activate
  public ExperimentEngine(
      BundleContext context,
      @Reference PluginCatalog catalog,
      @Reference OptionRules rules,
      @Reference Leases leases) {
    this.catalog = catalog;
    this.reader = new ExperimentReader(catalog, rules);
    this.leases = leases;
    this.version = context.getBundle().getVersion().toString();
  }

  @Override
  public Experiment read(Path file, List<String> settings) {
    return reader.read(file, settings);
  }

  @Override
  public Run open(Experiment experiment, int threads) {
    Wirer wirer = new Wirer(leases);
    try {
      Network network = new NetworkBuilder(experiment, wirer.wire(experiment)).build();
      return new ExperimentRun(experiment, network, wirer, threads, List.copyOf(observers));
    } catch (RuntimeException e) {
      wirer.close();
      throw e;
    }
  }

  @Override
  public String write(Experiment experiment) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("limbeck", version);
    versions.put("java", System.getProperty("java.version"));
    Stream.concat(
            experiment.plugins().values().stream(),
            experiment.devices().stream().map(DeviceSpec::architecture))
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
