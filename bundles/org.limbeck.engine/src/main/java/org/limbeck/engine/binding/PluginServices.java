package org.limbeck.engine.binding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Turns the choice of a plug-in into a factory configuration of Configuration Admin, and takes the
 * service that comes of it. Configurations are marked, so that those of a killed process are found
 * and deleted at the next start.
 */
@Component(service = PluginServices.class)
public final class PluginServices {
  private static final System.Logger LOG = System.getLogger(PluginServices.class.getName());

  /** Marks a configuration as made by an engine, with a number of its own. */
  static final String INSTANCE = "limbeck.instance";

  private static final long POLL_MILLIS = 50;
  private static final long GONE_MILLIS = 2_000;
  private static final long GONE_POLL_NANOS = 200_000;

  private final BundleContext context;
  private final ConfigurationAdmin configurations;
  private final PluginCatalog catalog;
  private final ActivationFailures failures;
  private final AtomicLong instances = new AtomicLong();

  /** Deletes what an earlier process left behind. */
  @Activate
  public PluginServices(
      BundleContext context,
      @Reference ConfigurationAdmin configurations,
      @Reference ServiceComponentRuntime components,
      @Reference PluginCatalog catalog)
      throws IOException, InvalidSyntaxException {
    this.context = context;
    this.configurations = configurations;
    this.catalog = catalog;
    this.failures = new ActivationFailures(components);
    Configuration[] stale = configurations.listConfigurations("(" + INSTANCE + "=*)");
    for (Configuration configuration : stale == null ? new Configuration[0] : stale) {
      configuration.delete();
    }
  }

  /**
   * Configures a plug-in.
   *
   * @throws org.limbeck.experiment.InvalidInputException if the plug-in is not there, or refuses
   *     its options
   */
  ServiceLease lease(PluginChoice choice) {
    PluginDescription plugin = requirePlugin(choice);
    String instance = String.valueOf(instances.getAndIncrement());
    try {
      Configuration configuration = configurations.createFactoryConfiguration(plugin.pid(), "?");
      Lease lease = new Lease(choice, instance, configuration, tracker(choice, instance));
      try {
        configuration.update(properties(choice, instance));
        lease.renew();
        return lease;
      } catch (RuntimeException e) {
        lease.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store the configuration of " + choice.name(), e);
    }
  }

  private PluginDescription requirePlugin(PluginChoice choice) {
    return catalog
        .find(choice.kind(), choice.name())
        .orElseThrow(() -> PluginErrors.about(choice, "it is not there any more"));
  }

  private ConstructionTracker tracker(PluginChoice choice, String instance) {
    String service = choice.kind().service().getName();
    String filter =
        "(&(" + Constants.OBJECTCLASS + "=" + service + ")(" + INSTANCE + "=" + instance + "))";
    try {
      ConstructionTracker tracker =
          new ConstructionTracker(context, FrameworkUtil.createFilter(filter));
      tracker.open();
      return tracker;
    } catch (InvalidSyntaxException e) {
      throw new AssertionError(filter, e);
    }
  }

  private static Dictionary<String, Object> properties(PluginChoice choice, String instance) {
    Map<String, Object> properties = new HashMap<>();
    choice
        .options()
        .forEach(
            (name, value) -> properties.put(name, value instanceof List<?> l ? array(l) : value));
    properties.put(INSTANCE, instance);
    return FrameworkUtil.asDictionary(properties);
  }

  /** Configuration Admin takes arrays of one type. */
  private static Object array(List<?> values) {
    if (values.isEmpty()) {
      return new String[0];
    }
    Object array = Array.newInstance(values.get(0).getClass(), values.size());
    return values.toArray((Object[]) array);
  }

  /** Counts the constructors that run: the component runtime calls them when it is asked. */
  private static final class ConstructionTracker extends ServiceTracker<Object, Object> {
    private final AtomicInteger constructing = new AtomicInteger();

    ConstructionTracker(BundleContext context, Filter filter) {
      super(context, filter, null);
    }

    boolean isConstructing() {
      return constructing.get() > 0;
    }

    @Override
    public Object addingService(ServiceReference<Object> reference) {
      constructing.incrementAndGet();
      try {
        return super.addingService(reference);
      } finally {
        constructing.decrementAndGet();
      }
    }
  }

  private final class Lease implements ServiceLease {
    private final PluginChoice choice;
    private final String instance;
    private final Configuration configuration;
    private final ConstructionTracker tracker;
    private Taken taken = new Taken(null, "");

    Lease(
        PluginChoice choice,
        String instance,
        Configuration configuration,
        ConstructionTracker tracker) {
      this.choice = choice;
      this.instance = instance;
      this.configuration = configuration;
      this.tracker = tracker;
    }

    @Override
    public Taken taken() {
      return taken;
    }

    @Override
    public boolean isCurrent() {
      return tracker.getService() == taken.service();
    }

    @Override
    public Optional<Bundle> bundle() {
      return Optional.ofNullable(tracker.getServiceReference()).map(ServiceReference::getBundle);
    }

    @Override
    public void renew() {
      Object offered = offered();
      String version =
          bundle().map(Bundle::getVersion).map(Version::toString).orElse(taken.version());
      taken = new Taken(offered, version);
    }

    @Override
    public void goBackTo(Taken before) {
      taken = before;
    }

    @Override
    public void close() {
      try {
        configuration.delete();
        awaitGone();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete a configuration", e);
      } finally {
        tracker.close();
      }
    }

    /** Components are told of a deleted configuration by a thread of Configuration Admin. */
    private void awaitGone() {
      long deadline = System.nanoTime() + GONE_MILLIS * 1_000_000;
      while (tracker.getService() != null && System.nanoTime() < deadline) {
        LockSupport.parkNanos(GONE_POLL_NANOS);
      }
    }

    /**
     * A plug-in that is not there at all is not waited for. Interrupting does not cut the wait
     * short, as a swap is made whole or not at all.
     */
    private Object offered() {
      StartDeadline deadline =
          new StartDeadline(
              System::nanoTime,
              seconds ->
                  LOG.log(
                      System.Logger.Level.WARNING,
                      () -> choice.name() + " is still starting after " + seconds + " seconds"));
      Optional<String> failure = Optional.empty();
      Object offered = tracker.getService();
      boolean interrupted = false;
      while (offered == null && failure.isEmpty() && !deadline.isOver(tracker.isConstructing())) {
        requirePlugin(choice);
        try {
          offered = tracker.waitForService(POLL_MILLIS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
        failure = offered == null ? failures.thrown(instance) : Optional.empty();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (offered == null) {
        throw PluginErrors.about(
            choice,
            failure
                .or(() -> failures.awaited(instance))
                .orElse("it did not start within " + StartDeadline.SECONDS + " seconds"));
      }
      return offered;
    }
  }
}
