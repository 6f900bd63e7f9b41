package org.limbeck.deploy.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.deploy.diagnosis.DistributionIndex;
import org.limbeck.deploy.diagnosis.ResolutionDiagnosis;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Finds the plug-ins that are known of, from the capabilities of installed bundles and from the
 * distribution's index, but cannot be used.
 */
final class UnavailablePlugins {
  private static final String NAME = "name";

  private final BundleContext context;
  private final DistributionIndex index;
  private final ResolutionDiagnosis diagnosis;

  UnavailablePlugins(BundleContext context) {
    this.context = context;
    this.index = DistributionIndex.of(context.getProperty("limbeck.home"));
    this.diagnosis = new ResolutionDiagnosis(context, index);
  }

  List<UnavailablePlugin> find(List<PluginDescription> usable) {
    List<UnavailablePlugin> missing = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      missingFrom(bundle, usable).forEach(missing::add);
    }
    Set<String> installed =
        Stream.of(context.getBundles()).map(Bundle::getSymbolicName).collect(Collectors.toSet());
    index.plugins().stream()
        .filter(plugin -> !installed.contains(plugin.bundle()))
        .filter(plugin -> !isUsable(plugin.kind(), plugin.name(), usable))
        .forEach(missing::add);
    missing.sort(
        Comparator.comparing(UnavailablePlugin::kind).thenComparing(UnavailablePlugin::name));
    return missing;
  }

  private Stream<UnavailablePlugin> missingFrom(Bundle bundle, List<PluginDescription> usable) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision == null) {
      return Stream.empty();
    }
    return Stream.of(PluginKind.values())
        .flatMap(
            kind ->
                revision.getDeclaredCapabilities(kind.namespace()).stream()
                    .map(UnavailablePlugins::name)
                    .filter(name -> !isUsable(kind, name, usable))
                    .map(name -> missing(kind, name, bundle)));
  }

  private UnavailablePlugin missing(PluginKind kind, String name, Bundle bundle) {
    return new UnavailablePlugin(kind, name, bundle.getSymbolicName(), diagnosis.of(bundle));
  }

  private static String name(BundleCapability capability) {
    return String.valueOf(capability.getAttributes().get(NAME));
  }

  private static boolean isUsable(PluginKind kind, String name, List<PluginDescription> usable) {
    return usable.stream().anyMatch(p -> p.kind() == kind && p.name().equals(name));
  }
}
