package org.limbeck.deploy.diagnosis;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says in words why the components of a bundle are not there. */
public final class ResolutionDiagnosis {
  private final BundleContext context;
  private final DistributionIndex index;

  /** Makes a diagnosis of the bundles of a framework. */
  public ResolutionDiagnosis(BundleContext context, DistributionIndex index) {
    this.context = context;
    this.index = index;
  }

  /** Returns why the components of a bundle are not there, on one line. */
  public String of(Bundle bundle) {
    String name = "its bundle " + bundle.getSymbolicName();
    return switch (bundle.getState()) {
      case Bundle.INSTALLED -> name + " does not resolve: " + unresolved(bundle);
      case Bundle.RESOLVED -> name + " is not started";
      case Bundle.UNINSTALLED -> name + " is uninstalled";
      default -> name + " is active, and its component is not enabled";
    };
  }

  private String unresolved(Bundle bundle) {
    Set<String> missing = new LinkedHashSet<>();
    collect(bundle, missing, new LinkedHashSet<>());
    return missing.isEmpty()
        ? "its requirements exclude each other"
        : missing.stream().limit(3).collect(Collectors.joining("; "))
            + (missing.size() > 3 ? "; and " + (missing.size() - 3) + " more" : "");
  }

  /** Follows requirements to the bundles that could meet them, as these may not resolve either. */
  private void collect(Bundle bundle, Set<String> missing, Set<Bundle> seen) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision == null || !seen.add(bundle)) {
      return;
    }
    for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
      if (isNeeded(requirement)) {
        Set<Bundle> providers =
            Stream.of(context.getBundles())
                .filter(candidate -> provides(candidate, requirement))
                .collect(Collectors.toSet());
        if (providers.isEmpty()) {
          missing.add(describe(bundle, requirement));
        } else if (providers.stream().allMatch(p -> p.getState() == Bundle.INSTALLED)) {
          providers.forEach(provider -> collect(provider, missing, seen));
        }
      }
    }
  }

  private static boolean isNeeded(BundleRequirement requirement) {
    String resolution = requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
    String effective = requirement.getDirectives().get(Constants.EFFECTIVE_DIRECTIVE);
    return !Constants.RESOLUTION_OPTIONAL.equals(resolution)
        && !"dynamic".equals(resolution)
        && (effective == null || Constants.EFFECTIVE_RESOLVE.equals(effective));
  }

  private static boolean provides(Bundle candidate, BundleRequirement requirement) {
    BundleRevision revision = candidate.adapt(BundleRevision.class);
    return revision != null
        && revision.getDeclaredCapabilities(requirement.getNamespace()).stream()
            .anyMatch(requirement::matches);
  }

  private String describe(Bundle bundle, BundleRequirement requirement) {
    String needs = bundle.getSymbolicName() + " needs ";
    String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
    if (ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE.equals(
        requirement.getNamespace())) {
      return needs + "another Java: " + filter + ", and this is " + Runtime.version().feature();
    }
    Optional<String> packageName = packageName(requirement, filter);
    Optional<String> absent =
        packageName.flatMap(index::bundleExporting).filter(name -> !isInstalled(name));
    if (absent.isPresent()) {
      return needs + "bundle " + absent.get() + ", which is not there: put it back into bundles/";
    }
    String what =
        packageName
            .map(name -> "package " + name)
            .orElse(requirement.getNamespace() + " " + (filter == null ? "" : filter));
    return needs + what + " (no bundle offers it in a version that fits)";
  }

  private boolean isInstalled(String symbolicName) {
    return Stream.of(context.getBundles())
        .anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName()));
  }

  private static Optional<String> packageName(BundleRequirement requirement, String filter) {
    if (!PackageNamespace.PACKAGE_NAMESPACE.equals(requirement.getNamespace()) || filter == null) {
      return Optional.empty();
    }
    String key = "(" + PackageNamespace.PACKAGE_NAMESPACE + "=";
    int begin = filter.indexOf(key);
    return begin < 0
        ? Optional.empty()
        : Optional.of(
            filter.substring(begin + key.length(), filter.indexOf(')', begin + key.length())));
  }
}
