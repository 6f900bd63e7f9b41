package org.limbeck.itests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A component of another bundle, made by a configuration of its own. It is marked as those that the
 * engine makes, which does not take it for a user's wish then.
 */
final class Configured<S> implements AutoCloseable {
  private static final String MARK = "limbeck.instance";
  private static final long PATIENCE_MILLIS = 10_000;

  private final Configuration configuration;
  private final ServiceTracker<S, S> tracker;

  Configured(
      BundleContext context,
      ConfigurationAdmin configurations,
      Class<S> service,
      String pid,
      Map<String, ?> options) {
    String instance = UUID.randomUUID().toString();
    Map<String, Object> properties = new HashMap<>(options);
    properties.put(MARK, instance);
    String filter = "(&(objectClass=" + service.getName() + ")(" + MARK + "=" + instance + "))";
    try {
      tracker = new ServiceTracker<>(context, FrameworkUtil.createFilter(filter), null);
      tracker.open();
      configuration = configurations.createFactoryConfiguration(pid, "?");
      configuration.update(FrameworkUtil.asDictionary(properties));
    } catch (InvalidSyntaxException e) {
      throw new AssertionError(filter, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns it.
   *
   * @throws IllegalStateException if it is not there after a while
   */
  S service() {
    try {
      S service = tracker.waitForService(PATIENCE_MILLIS);
      if (service == null) {
        throw new IllegalStateException("there is no " + configuration.getFactoryPid());
      }
      return service;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      configuration.delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      tracker.close();
    }
  }
}
