package org.limbeck.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.limbeck.cli.command.Interruptible;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TerminalDetector;
import org.limbeck.engine.Engine;
import org.limbeck.engine.control.Shell;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Carries out the command line that the launcher was given, and returns the exit code. */
@Component(service = ToIntFunction.class, property = "limbeck.main=true")
public final class CommandLineService implements ToIntFunction<String[]> {
  private static final long STOP_SECONDS = 8;

  private final Engine engine;
  private final PluginCatalog catalog;
  private final String version;
  private final Interruptible runs;
  private final BundleContext context;
  private final SynchronousBundleListener stopping = this::beforeStop;

  /** Lets a person steer runs; absent where its bundle is. */
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile Shell shell;

  /** Commands of other bundles: objects with picocli's annotations. */
  @Reference(
      target = "(limbeck.command=*)",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  private volatile List<Callable<?>> more = List.of();

  /** Is called by the component runtime. */
  @Activate
  public CommandLineService(
      BundleContext context, @Reference Engine engine, @Reference PluginCatalog catalog) {
    this.context = context;
    this.engine = engine;
    this.catalog = catalog;
    Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    this.runs = new Interruptible(() -> framework.getState() != Bundle.ACTIVE);
    String distribution = context.getProperty("limbeck.version");
    this.version =
        distribution != null ? distribution : context.getBundle().getVersion().toString();
    context.addBundleListener(stopping);
  }

  @Override
  public int applyAsInt(String[] args) {
    Terminal terminal = new TerminalDetector(System.getenv()).detect();
    int code =
        new Limbeck(
                engine, catalog, version, runs, () -> Optional.ofNullable(shell), more, terminal)
            .execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  /** Lets a run that Ctrl-C cut short leave a checkpoint, or nothing, before the process ends. */
  @Deactivate
  void stop() throws InterruptedException {
    context.removeBundleListener(stopping);
    runs.stop(STOP_SECONDS);
  }

  /** Does so while all plug-ins are still there: this is called before any bundle is stopped. */
  private void beforeStop(BundleEvent event) {
    if (event.getType() == BundleEvent.STOPPING
        && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
      try {
        runs.stop(STOP_SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
