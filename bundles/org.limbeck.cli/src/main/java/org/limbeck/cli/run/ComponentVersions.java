package org.limbeck.cli.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.plugin.PluginCatalog;

/** The versions of what takes part in a run. */
public final class ComponentVersions {
  private final PluginCatalog catalog;
  private final String limbeck;

  public ComponentVersions(PluginCatalog catalog, String limbeck) {
    this.catalog = catalog;
    this.limbeck = limbeck;
  }

  /**
   * Returns those of Limbeck, of Java, and of the bundles that an experiment's plug-ins are from.
   */
  Map<String, String> of(Experiment experiment) {
    SortedMap<String, String> bundles = new TreeMap<>();
    Stream.concat(
            experiment.plugins().values().stream(),
            experiment.devices().stream().map(DeviceSpec::architecture))
        .flatMap(choice -> catalog.find(choice.kind(), choice.name()).stream())
        .forEach(plugin -> bundles.put(plugin.bundle(), plugin.version()));
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Limbeck", limbeck);
    versions.put("Java", System.getProperty("java.version"));
    versions.putAll(bundles);
    return Collections.unmodifiableMap(versions);
  }
}
