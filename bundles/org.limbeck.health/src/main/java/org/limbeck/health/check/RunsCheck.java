package org.limbeck.health.check;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.limbeck.engine.control.RunControl;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.util.tracker.ServiceTracker;

/** Whether the runs of this process complete their rounds. */
@Component(
    configurationPid = "org.limbeck.health.runs",
    property = {HealthCheck.NAME + "=runs", HealthCheck.TAGS + "=" + TaggedChecks.TAG})
@Designate(ocd = RunsCheck.Config.class)
public final class RunsCheck implements HealthCheck {

  /** When a run counts as stalled. */
  @ObjectClassDefinition(
      name = "Limbeck health: runs",
      description = "When a run that should go on counts as slow, and when as stalled")
  public @interface Config {
    /** Slow. */
    @AttributeDefinition(
        description = "A round that takes this many times as long as usual is a warning",
        min = "1")
    double slowFactor() default 10;

    /** Too short to be slow. */
    @AttributeDefinition(
        description = "Rounds that take no longer than this are never slow; in seconds",
        min = "0")
    double slowSeconds() default 10;

    /** Stalled. */
    @AttributeDefinition(
        description = "A round that takes this long is critical; in seconds",
        min = "0")
    double stalledSeconds() default 300;
  }

  private final StallDetector progress;
  private final ServiceTracker<RunControl, RunControl> runs;

  /** Is called by the component runtime. */
  @Activate
  public RunsCheck(BundleContext context, Config config) {
    StallThresholds thresholds =
        new StallThresholds(config.slowFactor(), config.slowSeconds(), config.stalledSeconds());
    this.progress = new StallDetector(thresholds, System::nanoTime);
    this.runs = new ServiceTracker<>(context, RunControl.class, null);
    runs.open();
  }

  @Deactivate
  void close() {
    runs.close();
  }

  @Override
  public Result execute() {
    return progress.look(runs.getTracked().values());
  }
}
