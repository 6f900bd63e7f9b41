package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The feature file is enough for a framework that is not started by the launcher, with nothing
 * exported to bundles and nothing else there.
 */
class BareFrameworkIT {
  private static final Pattern BUNDLE = Pattern.compile("\\{\"id\": \"[^:]+:([^:]+):([^:]+)\"\\}");
  private static final String EXPERIMENT =
      """
      rounds: 3
      data: digits
      reference: {name: digits, rows: 50}
      devices: [{count: 3, architecture: softmax}]
      swaps: [{round: 2, topology: complete}]
      """;

  @TempDir private Path folder;

  @Test
  void anExperimentRunsWithTheBundlesOfTheFeature() throws Exception {
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    folder.resolve("storage").toString(),
                    "felix.log.level",
                    "0"));
    framework.start();
    try {
      List<Bundle> bundles = new ArrayList<>();
      for (Path jar : jars()) {
        bundles.add(framework.getBundleContext().installBundle(jar.toUri().toString()));
      }
      for (Bundle bundle : bundles) {
        bundle.start();
      }
      assertThat(bundles).allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
      assertThat(rounds(framework)).isEqualTo(3);
    } finally {
      framework.stop();
      framework.waitForStop(10_000);
    }
  }

  private static List<Path> jars() throws Exception {
    String feature = Files.readString(Shell.DISTRIBUTION.resolve("features/limbeck.feature.json"));
    return BUNDLE.matcher(feature).results().map(BareFrameworkIT::jar).toList();
  }

  private static Path jar(MatchResult id) {
    String name = id.group(1) + "-" + id.group(2) + ".jar";
    return Stream.of(
            Shell.DISTRIBUTION.resolve("bundles"), Path.of(System.getProperty("limbeck.logging")))
        .map(place -> place.resolve(name))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is nowhere"));
  }

  /** The engine's classes are those of the framework, and not known here. */
  private long rounds(Framework framework) throws Exception {
    ServiceTracker<Object, Object> tracker =
        new ServiceTracker<>(framework.getBundleContext(), "org.limbeck.engine.Engine", null);
    // The engine on the class path of this test is another one: take any.
    tracker.open(true);
    Object engine = tracker.waitForService(10_000);
    Path file = Files.writeString(folder.resolve("bare.yaml"), EXPERIMENT);
    Object experiment = call(engine, "read", file, List.of());
    try (AutoCloseable run = (AutoCloseable) call(engine, "open", experiment, 1)) {
      call(run, "execute", List.of());
      Object status = call(call(run, "control"), "status");
      return (long) call(status, "round");
    }
  }

  private static Object call(Object target, String name, Object... arguments) throws Exception {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name)
          && method.getParameterCount() == arguments.length
          && fits(method, arguments)) {
        method.setAccessible(true);
        try {
          return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          throw new AssertionError(name, e.getCause());
        }
      }
    }
    throw new AssertionError("there is no method " + name);
  }

  private static boolean fits(Method method, Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = method.getParameterTypes()[i];
      if (!type.isInstance(arguments[i])
          && !(type == int.class && arguments[i] instanceof Integer)) {
        return false;
      }
    }
    return true;
  }
}
