package org.limbeck.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.limbeck.engine.Placement;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.adversary.Adversary;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.swap.ActiveNetwork;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.VisibleText;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.UnavailablePlugin;

/** Warnings of an experiment that can be run, but is hardly what was meant. */
final class Warnings {
  private final ActiveNetwork activeNetwork;
  private final List<String> warnings = new ArrayList<>();

  private Warnings(ActiveNetwork activeNetwork) {
    this.activeNetwork = activeNetwork;
  }

  /** Returns each warning, a sentence. The neighbours of a device on its own are not known yet. */
  static List<String> about(
      ActiveNetwork activeNetwork, PluginCatalog catalog, RunSettings settings) {
    Warnings warnings = new Warnings(activeNetwork);
    warnings.warnings.addAll(notices(activeNetwork));
    warnings.lookForNamesakes(catalog);
    warnings.lookAtWeighting();
    if (!(settings.placement() instanceof Placement.Standalone)) {
      warnings.askAggregationRule();
      warnings.lookAtAdversaries();
    }
    if (settings.unsigned()) {
      warnings.lookAtTransport();
    }
    return warnings.warnings;
  }

  /** Returns what the data say of how they were read, all of it visible. */
  static List<String> notices(ActiveNetwork activeNetwork) {
    Warnings about = new Warnings(activeNetwork);
    PluginSet pluginSet = activeNetwork.pluginSet();
    Set<String> ofData = new LinkedHashSet<>(pluginSet.data().notices());
    ofData.forEach(notice -> about.notice(PluginKind.DATA, notice));
    pluginSet.reference().notices().stream()
        .filter(notice -> !ofData.contains(notice))
        .forEach(notice -> about.notice(PluginKind.REFERENCE, notice));
    return about.warnings;
  }

  private void notice(PluginKind kind, String notice) {
    warnings.add(named(kind) + ": " + VisibleText.of(notice));
  }

  /** A plug-in that has the name of one in use may be the one that was meant. */
  private void lookForNamesakes(PluginCatalog catalog) {
    Experiment experiment = activeNetwork.experiment();
    for (UnavailablePlugin other : catalog.unavailable()) {
      boolean meant =
          experiment.choices().stream()
              .anyMatch(own -> own.kind() == other.kind() && own.name().equals(other.name()));
      if (meant) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%s %s: that of bundle %s is not used: %s",
                other.kind().key(),
                other.name(),
                other.bundle(),
                other.reason()));
      }
    }
  }

  private void askAggregationRule() {
    activeNetwork
        .pluginSet()
        .aggregation()
        .concerns(activeNetwork.network().graph())
        .forEach(concern -> warnings.add(named(PluginKind.AGGREGATION) + ": " + concern));
  }

  private void lookAtWeighting() {
    PluginSet pluginSet = activeNetwork.pluginSet();
    if (!pluginSet.weighting().isUniform() && !pluginSet.aggregation().isLinear()) {
      warnings.add(
          named(PluginKind.WEIGHTING)
              + ": with "
              + named(PluginKind.AGGREGATION)
              + " weights change what devices say, and not how much it counts; use tracking-mean,"
              + " neighbour-mean or nearest-neighbour-averaging, or weighting uniform");
    }
  }

  private void lookAtAdversaries() {
    List<DeviceRuntime> devices = activeNetwork.network().devices();
    boolean lies =
        activeNetwork.experiment().devices().stream()
            .anyMatch(device -> device.attack().isPresent());
    if (devices.stream().anyMatch(device -> Adversary.isIdle(device.participant()))) {
      warnings.add(
          named(PluginKind.ALGORITHM)
              + ": devices do not exchange soft decisions by it, so that adversaries do no harm");
    } else if (lies && activeNetwork.pluginSet().aggregation().conservesSum()) {
      warnings.add(
          named(PluginKind.AGGREGATION)
              + ": it keeps the sum of what all devices say, so that one adversary moves them all");
    }
  }

  private void lookAtTransport() {
    if (!activeNetwork.pluginSet().transport().isImmediate()) {
      warnings.add(
          named(PluginKind.TRANSPORT)
              + ": frames are not signed: whoever can write to the broker can speak in the name of"
              + " every device, change what all learn, and make others take a device for gone");
    }
  }

  private String named(PluginKind kind) {
    Experiment experiment = activeNetwork.experiment();
    return kind.key() + " " + experiment.plugin(kind).name();
  }
}
