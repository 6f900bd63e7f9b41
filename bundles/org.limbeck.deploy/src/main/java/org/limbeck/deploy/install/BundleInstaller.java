package org.limbeck.deploy.install;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.deploy.PluginUpdate;
import org.limbeck.deploy.diagnosis.DistributionIndex;
import org.limbeck.deploy.diagnosis.ResolutionDiagnosis;
import org.limbeck.experiment.PluginKind;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** The bundles that were installed from the folder. Guarded by the folder. */
final class BundleInstaller {
  private static final String LOCATION = "limbeck-plugin:";
  private static final long REFRESH_SECONDS = 30;
  private static final int NEVER_STARTED = Integer.MAX_VALUE;

  private final BundleContext context;
  private final JarSigners signers;
  private final FrameworkWiring framework;
  private final ResolutionDiagnosis diagnosis;
  private final Map<String, Installed> installed = new HashMap<>();
  private final Map<Bundle, Integer> superseded = new HashMap<>();
  private final Map<String, String> faults = new TreeMap<>();

  /**
   * A bundle with the jar that it came from.
   *
   * @param bundle the bundle
   * @param jar the jar as it was then
   */
  private record Installed(Bundle bundle, PluginJar jar) {}

  BundleInstaller(BundleContext context, JarSigners signers) {
    this.signers = signers;
    this.context = context;
    this.framework =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    this.diagnosis =
        new ResolutionDiagnosis(context, DistributionIndex.of(context.getProperty("limbeck.home")));
  }

  /** Returns what is wrong with bundles that were installed, by the name of their file. */
  Map<String, String> faults() {
    return faults;
  }

  /** Returns the versions of the bundles that are not from the folder. */
  Map<String, Version> distribution() {
    return ofDistribution()
        .collect(
            Collectors.toMap(Bundle::getSymbolicName, Bundle::getVersion, (one, next) -> next));
  }

  /** Returns the symbolic names of the bundles not from the folder that offer plug-ins. */
  Set<String> swappable() {
    return ofDistribution()
        .filter(BundleInstaller::offersPlugins)
        .map(Bundle::getSymbolicName)
        .collect(Collectors.toSet());
  }

  /** A jar that cannot be read just now does not take away what was installed from it. */
  void keepUnreadable(JarSelection selection, Collection<PluginJar> jars) {
    for (PluginJar jar : jars) {
      installed.values().stream()
          .map(Installed::jar)
          .filter(former -> !jar.isSound() && former.file().equals(jar.file()))
          .forEach(former -> selection.chosen().putIfAbsent(former.symbolicName(), former));
    }
  }

  /** Returns what is to be done so that just the chosen jars are installed. */
  Optional<PluginUpdate> plan(Collection<PluginJar> chosen, String source) {
    Map<String, PluginJar> wanted = new LinkedHashMap<>();
    chosen.forEach(jar -> wanted.put(jar.symbolicName(), jar));
    Set<String> outdated = new LinkedHashSet<>();
    Set<Bundle> touched = new LinkedHashSet<>();
    installed.forEach(
        (name, present) -> {
          if (!present.jar().equals(wanted.get(name))) {
            outdated.add(name);
            touched.add(present.bundle());
          }
        });
    Set<PluginJar> missing = new LinkedHashSet<>();
    for (PluginJar jar : wanted.values()) {
      Installed present = installed.get(jar.symbolicName());
      if (present == null || !present.jar().equals(jar)) {
        missing.add(jar);
        supersededBy(jar).ifPresent(touched::add);
      }
    }
    if (outdated.isEmpty() && missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Update(source, outdated, missing, touched, wanted.keySet()));
  }

  private final class Update implements PluginUpdate {
    private final String source;
    private final Set<String> outdated;
    private final Set<PluginJar> missing;
    private final Set<Bundle> touched;
    private final Set<String> wanted;

    Update(
        String source,
        Set<String> outdated,
        Set<PluginJar> missing,
        Set<Bundle> touched,
        Set<String> wanted) {
      this.source = source;
      this.outdated = outdated;
      this.missing = missing;
      this.touched = touched;
      this.wanted = Set.copyOf(wanted);
    }

    @Override
    public String source() {
      return source;
    }

    @Override
    public Set<Bundle> affected() {
      return new HashSet<>(framework.getDependencyClosure(touched));
    }

    @Override
    public void apply() {
      faults.clear();
      Set<Bundle> changed = new LinkedHashSet<>();
      for (String name : outdated) {
        Bundle bundle = installed.get(name).bundle();
        if (!wanted.contains(name)) {
          uninstall(name, bundle);
          changed.add(bundle);
        }
      }
      for (PluginJar jar : missing) {
        install(jar).ifPresent(changed::add);
      }
      refresh(changed);
      restoreSuperseded(wanted);
      installed.values().forEach(BundleInstaller.this::start);
    }
  }

  private void uninstall(String name, Bundle bundle) {
    installed.remove(name);
    try {
      bundle.uninstall();
    } catch (BundleException e) {
      faults.put(name, "it was not removed cleanly: " + e.getMessage());
    }
  }

  private Optional<Bundle> install(PluginJar jar) {
    Installed present = installed.get(jar.symbolicName());
    try (InputStream in = signers.open(jar.file())) {
      Bundle bundle;
      if (present == null) {
        stopSuperseded(jar);
        bundle = context.installBundle(LOCATION + jar.symbolicName(), in);
      } else {
        bundle = present.bundle();
        bundle.update(in);
      }
      installed.put(jar.symbolicName(), new Installed(bundle, jar));
      return Optional.of(bundle);
    } catch (BundleException | IOException e) {
      faults.put(jar.name(), "it cannot be installed: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void start(Installed present) {
    Bundle bundle = present.bundle();
    if (!framework.resolveBundles(Set.of(bundle))) {
      faults.put(present.jar().name(), diagnosis.of(bundle));
    } else if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
      try {
        bundle.start();
      } catch (BundleException e) {
        boolean activator = e.getType() == BundleException.ACTIVATOR_ERROR;
        faults.put(
            present.jar().name(),
            (activator ? "its activator failed: " : "it does not start: ") + innermost(e));
      }
    }
  }

  /** Classes of former versions go only when the framework is told to let them go. */
  private void refresh(Set<Bundle> changed) {
    if (changed.isEmpty()) {
      return;
    }
    CountDownLatch done = new CountDownLatch(1);
    framework.refreshBundles(changed, event -> done.countDown());
    try {
      if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
        faults.put("plugins", "the framework has not let go of former versions yet");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Bundle> supersededBy(PluginJar jar) {
    return ofDistribution()
        .filter(bundle -> jar.symbolicName().equals(bundle.getSymbolicName()))
        .findFirst();
  }

  /** By its start level too: the launcher may only come to start it later. */
  private void stopSuperseded(PluginJar jar) throws BundleException {
    Optional<Bundle> bundle = supersededBy(jar);
    if (bundle.isPresent()) {
      BundleStartLevel level = bundle.get().adapt(BundleStartLevel.class);
      superseded.put(bundle.get(), level.getStartLevel());
      level.setStartLevel(NEVER_STARTED);
      bundle.get().stop();
    }
  }

  private void restoreSuperseded(Set<String> wanted) {
    for (Bundle bundle : Set.copyOf(superseded.keySet())) {
      if (!wanted.contains(bundle.getSymbolicName())) {
        bundle.adapt(BundleStartLevel.class).setStartLevel(superseded.remove(bundle));
        try {
          bundle.start();
        } catch (BundleException e) {
          faults.put(bundle.getSymbolicName(), "it does not start again: " + e.getMessage());
        }
      }
    }
  }

  private Stream<Bundle> ofDistribution() {
    return Stream.of(context.getBundles())
        .filter(bundle -> bundle.getSymbolicName() != null)
        .filter(bundle -> !bundle.getLocation().startsWith(LOCATION));
  }

  private static boolean offersPlugins(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision != null
        && Stream.of(PluginKind.values())
            .anyMatch(kind -> !revision.getDeclaredCapabilities(kind.namespace()).isEmpty());
  }

  private static String innermost(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
