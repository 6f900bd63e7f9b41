package org.limbeck.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A running OSGi framework with the bundles of a distribution in it.
 *
 * <p>A bundle that cannot be installed, resolved or started is left out, and the rest runs without
 * it.
 */
final class FrameworkSession implements AutoCloseable {

  private static final String COMMAND =
      "(&(objectClass=java.util.function.ToIntFunction)(limbeck.main=true))";
  private static final String HTTP_RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
  private static final String HTTP_ENDPOINT = "osgi.http.endpoint";
  private static final long HTTP_MILLIS = 5_000;
  private static final long COMMAND_MILLIS = 5_000;
  private static final long STOP_MILLIS = 10_000;

  private final Framework framework;
  private final Storage storage;
  private final List<String> problems = new ArrayList<>();
  private volatile boolean closed;

  private FrameworkSession(Framework framework, Storage storage) {
    this.framework = framework;
    this.storage = storage;
  }

  /**
   * Makes a framework that is not started yet.
   *
   * @param given framework properties, to which this adds what it needs itself
   * @throws LaunchException if there is none to be had
   */
  static FrameworkSession create(Map<String, String> given) {
    Map<String, String> properties = new HashMap<>(given);
    FrameworkFactory factory =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow(() -> new LaunchException("there is no OSGi framework in lib/"));
    Storage storage = Storage.create();
    NativeCache.set(storage);
    properties.put(Constants.FRAMEWORK_STORAGE, storage.folder().toString());
    properties.put("felix.fileinstall.tmpdir", storage.folder().resolve("fileinstall").toString());
    // This process alone uses the storage, and the framework must not write to standard output.
    properties.put("felix.cache.locking", "false");
    properties.put("felix.log.level", "0");
    return new FrameworkSession(factory.newFramework(properties), storage);
  }

  /**
   * Starts the framework and all bundles.
   *
   * @throws LaunchException if the framework itself cannot start
   */
  void start(List<Path> jars) {
    try {
      framework.start();
      startAll(installAll(jars));
    } catch (BundleException | IllegalStateException e) {
      throw new LaunchException("the OSGi framework did not start: " + e.getMessage(), e);
    }
  }

  /**
   * The service that carries out a command line.
   *
   * @throws LaunchException if no bundle offers it
   */
  @SuppressWarnings("unchecked")
  ToIntFunction<String[]> command() {
    BundleContext context = framework.getBundleContext();
    try {
      ServiceTracker<Object, Object> tracker =
          new ServiceTracker<>(context, FrameworkUtil.createFilter(COMMAND), null);
      tracker.open();
      Object service = tracker.waitForService(problems.isEmpty() ? COMMAND_MILLIS : 1_000);
      if (service == null) {
        throw new LaunchException(explanation());
      }
      return (ToIntFunction<String[]>) service;
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException("interrupted while starting", e);
    }
  }

  /** Returns whether this is being closed, which makes all sorts of things go wrong. */
  boolean isClosed() {
    return closed;
  }

  /**
   * The address at which HTTP is served, such as {@code http://127.0.0.1:8080/}; empty if none is
   * there within some seconds.
   */
  Optional<String> httpEndpoint() {
    ServiceTracker<Object, Object> tracker =
        new ServiceTracker<>(framework.getBundleContext(), HTTP_RUNTIME, null);
    tracker.open();
    try {
      tracker.waitForService(HTTP_MILLIS);
      ServiceReference<?> runtime = tracker.getServiceReference();
      return runtime != null && runtime.getProperty(HTTP_ENDPOINT) instanceof String[] endpoints
          ? Stream.of(endpoints).filter(endpoint -> endpoint.startsWith("http:")).findFirst()
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      tracker.close();
    }
  }

  /** Stops the framework in order and removes its storage; does nothing the second time. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      framework.stop();
      framework.waitForStop(STOP_MILLIS);
    } catch (BundleException e) {
      System.err.println("limbeck: the OSGi framework did not stop: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    storage.delete();
  }

  private List<Bundle> installAll(List<Path> jars) {
    BundleContext context = framework.getBundleContext();
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : jars) {
      try {
        bundles.add(context.installBundle("reference:" + jar.toUri()));
      } catch (BundleException e) {
        String problem = jar.getFileName() + " is no bundle and is left out: " + e.getMessage();
        System.err.println("limbeck: " + problem);
        problems.add(problem);
      }
    }
    return bundles;
  }

  private void startAll(List<Bundle> bundles) {
    for (Bundle bundle : bundles) {
      try {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
          bundle.start();
        }
      } catch (BundleException e) {
        // Felix says it all twice.
        String message = e.getMessage().replaceFirst(" Unresolved requirements: .*", "");
        problems.add(bundle.getSymbolicName() + ": " + message);
      }
    }
  }

  private String explanation() {
    String what = "no bundle offers the command line (is org.limbeck.cli in bundles/?)";
    return problems.isEmpty()
        ? what
        : what + "; these bundles did not start:\n  " + String.join("\n  ", problems);
  }
}
