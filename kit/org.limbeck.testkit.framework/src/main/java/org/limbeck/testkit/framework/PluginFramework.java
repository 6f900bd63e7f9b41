package org.limbeck.testkit.framework;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * An OSGi framework with Declarative Services, Configuration Admin, and every bundle of the test's
 * class path, among them the plug-in that is tested. It starts before the first test of a class and
 * stops after the last: register it as a static field.
 *
 * <p>The SPI comes from the class path of the test, so that the test can call what the plug-in
 * offers; all else of the plug-in is loaded from its bundle.
 */
public final class PluginFramework implements BeforeAllCallback, AfterAllCallback {
  /** What test and bundles share: the framework exports the packages of these. */
  private static final Set<String> SHARED =
      Set.of(
          "org.limbeck.api",
          "org.osgi.service.cm",
          "org.osgi.service.component",
          "org.osgi.util.function",
          "org.osgi.util.promise");

  private static final Set<String> STARTED =
      Set.of("org.apache.felix.configadmin", "org.apache.felix.scr");
  private static final String ITSELF = "org.apache.felix.framework";
  private static final long STOP_MILLIS = 10_000;

  private record Choice(Class<?> kind, String name, Map<String, ?> options) {}

  private final Map<Choice, Object> plugins = new HashMap<>();
  private Path storage;
  private Framework framework;
  private Components components;

  /**
   * Returns a plug-in as a run would get it: made from a configuration with these options. The same
   * choice gives the same object again.
   *
   * @param kind the interface of the plug-in's kind
   * @param name the name that experiments use
   * @param options the options that differ from their defaults
   * @throws AssertionError if there is no such plug-in or it refuses to be made; the message says
   *     why
   */
  public <T> T plugin(Class<T> kind, String name, Map<String, ?> options) {
    return kind.cast(
        plugins.computeIfAbsent(
            new Choice(kind, name, Map.copyOf(options)),
            choice -> components.make(kind, name, options)));
  }

  /** Starts the framework. */
  @Override
  public void beforeAll(ExtensionContext context) throws IOException, BundleException {
    storage = Files.createTempDirectory("plugin-framework-");
    List<ClassPathBundle> bundles = ClassPathBundle.all();
    FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
    framework =
        factory.newFramework(
            Map.of(
                Constants.FRAMEWORK_STORAGE,
                storage.toString(),
                // what goes wrong is in the failed assertion
                "ds.loglevel",
                "0",
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                bundles.stream()
                    .filter(bundle -> SHARED.contains(bundle.symbolicName()))
                    .map(bundle -> bundle.header(Constants.EXPORT_PACKAGE))
                    .collect(joining(","))));
    framework.start();
    components = new Components(framework.getBundleContext());
    start(bundles);
  }

  /** Stops the framework and removes what it stored. */
  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    plugins.clear();
    framework.stop();
    framework.waitForStop(STOP_MILLIS);
    try (Stream<Path> files = Files.walk(storage)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  private void start(List<ClassPathBundle> bundles) throws BundleException {
    Map<ClassPathBundle, Bundle> installed = new HashMap<>();
    for (ClassPathBundle bundle : bundles) {
      if (!SHARED.contains(bundle.symbolicName()) && !bundle.symbolicName().equals(ITSELF)) {
        installed.put(
            bundle, framework.getBundleContext().installBundle("reference:" + bundle.location()));
      }
    }
    for (ClassPathBundle bundle : bundles) {
      if (STARTED.contains(bundle.symbolicName()) || bundle.isPlugin()) {
        installed.get(bundle).start();
      }
    }
  }
}
