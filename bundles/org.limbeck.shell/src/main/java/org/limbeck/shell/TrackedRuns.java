package org.limbeck.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.limbeck.engine.control.RunControl;
import org.limbeck.shell.command.OpenRuns;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;

/** The runs whose control is registered as a service. */
@Component(service = OpenRuns.class)
public final class TrackedRuns implements OpenRuns {
  private static final String NAME = "limbeck.run";

  private final ServiceTracker<RunControl, RunControl> tracker;

  /** Is called by the component runtime. */
  @Activate
  public TrackedRuns(BundleContext context) {
    tracker = new ServiceTracker<>(context, RunControl.class, null);
    tracker.open();
  }

  @Override
  public List<Named> all() {
    return tracker.getTracked().entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> id(entry.getKey())))
        .map(TrackedRuns::named)
        .toList();
  }

  @Deactivate
  void close() {
    tracker.close();
  }

  private static Named named(Map.Entry<ServiceReference<RunControl>, RunControl> run) {
    return new Named(String.valueOf(run.getKey().getProperty(NAME)), run.getValue());
  }

  private static long id(ServiceReference<?> reference) {
    return (Long) reference.getProperty(Constants.SERVICE_ID);
  }
}
