package org.limbeck.engine.run;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.engine.adversary.Adversary;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.Kind;
import org.limbeck.engine.plugin.PluginCatalog;
import org.limbeck.engine.plugin.UnavailablePlugin;
import org.limbeck.engine.rewiring.Situation;

/** What is not wrong with an experiment, but hardly meant. */
final class Concerns {
  private final Situation situation;
  private final List<String> concerns = new ArrayList<>();

  private Concerns(Situation situation) {
    this.situation = situation;
  }

  /** Returns a sentence for each concern. */
  static List<String> about(Situation situation, PluginCatalog catalog) {
    Concerns concerns = new Concerns(situation);
    concerns.lookForNamesakes(catalog);
    concerns.askAggregationRule();
    concerns.lookAtAdversaries();
    return concerns.concerns;
  }

  /** A plug-in that has the name of one in use may be the one that was meant. */
  private void lookForNamesakes(PluginCatalog catalog) {
    Experiment experiment = situation.experiment();
    for (UnavailablePlugin other : catalog.unavailable()) {
      boolean meant =
          experiment.choices().stream()
              .anyMatch(own -> own.kind() == other.kind() && own.name().equals(other.name()));
      if (meant) {
        concerns.add(
            String.format(
                "%s %s: that of bundle %s is not used: %s",
                other.kind().key(), other.name(), other.bundle(), other.reason()));
      }
    }
  }

  private void askAggregationRule() {
    situation
        .wiring()
        .aggregation()
        .concerns(situation.network().graph())
        .forEach(concern -> concerns.add(named(Kind.AGGREGATION) + ": " + concern));
  }

  private void lookAtAdversaries() {
    List<DeviceRuntime> devices = situation.network().devices();
    boolean lies =
        situation.experiment().devices().stream().anyMatch(device -> device.attack().isPresent());
    if (devices.stream().anyMatch(device -> Adversary.isIdle(device.participant()))) {
      concerns.add(
          named(Kind.ALGORITHM)
              + ": devices do not exchange soft decisions by it, so that adversaries do no harm");
    } else if (lies && situation.wiring().aggregation().conservesSum()) {
      concerns.add(
          named(Kind.AGGREGATION)
              + ": it keeps the sum of what all devices say, so that one adversary moves them all");
    }
  }

  private String named(Kind kind) {
    Experiment experiment = situation.experiment();
    return kind.key() + " " + experiment.plugin(kind).name();
  }
}
