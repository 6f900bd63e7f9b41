package org.limbeck.engine.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.plugin.PluginDescription;
import org.limbeck.engine.plugin.UnavailablePlugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Finds the plug-ins that are known of, from the capabilities of installed bundles and from the
 * distribution's index, but cannot be used.
 */
final class MissingPlugins {
  private static final String NAME = "name";

  private final BundleContext context;
  private final DistributionIndex index;

  MissingPlugins(BundleContext context) {
    this.context = context;
    this.index = DistributionIndex.of(context.getProperty("limbeck.home"));
  }

  List<UnavailablePlugin> find(List<PluginDescription> usable) {
    List<UnavailablePlugin> missing = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      offeredBy(bundle).filter(offer -> !isUsable(offer, usable)).forEach(missing::add);
    }
    Set<String> installed =
        Stream.of(context.getBundles()).map(Bundle::getSymbolicName).collect(Collectors.toSet());
    index.plugins().stream()
        .filter(plugin -> !installed.contains(plugin.bundle()))
        .filter(plugin -> !isUsable(plugin, usable))
        .forEach(missing::add);
    missing.sort(
        Comparator.comparing(UnavailablePlugin::kind).thenComparing(UnavailablePlugin::name));
    return missing;
  }

  private Stream<UnavailablePlugin> offeredBy(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision == null) {
      return Stream.empty();
    }
    String reason = new Diagnosis(context, index).of(bundle);
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                revision.getDeclaredCapabilities(kind.namespace()).stream()
                    .map(
                        c ->
                            new UnavailablePlugin(
                                kind, name(c), bundle.getSymbolicName(), reason)));
  }

  private static String name(BundleCapability capability) {
    return String.valueOf(capability.getAttributes().get(NAME));
  }

  private static boolean isUsable(UnavailablePlugin plugin, List<PluginDescription> usable) {
    return usable.stream()
        .anyMatch(p -> p.kind() == plugin.kind() && p.name().equals(plugin.name()));
  }
}
