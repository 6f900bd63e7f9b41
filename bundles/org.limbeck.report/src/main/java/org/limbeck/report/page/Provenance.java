package org.limbeck.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.limbeck.report.NetworkDescription;
import org.limbeck.report.Timing;
import org.limbeck.report.format.ReadableNumbers;

/** Says how and with what a run was made. */
final class Provenance {
  private Provenance() {}

  static List<Fact> facts(Report report) {
    NetworkDescription network = report.together().network();
    Timing timing = report.summary().timing();
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, String> plugin : new TreeMap<>(network.plugins()).entrySet()) {
      facts.add(new Fact(capitalised(plugin.getKey()), plugin.getValue()));
    }
    facts.add(new Fact("Devices", ReadableNumbers.count(network.devices().size())));
    facts.add(new Fact("Edges", ReadableNumbers.count(network.edges().size())));
    facts.add(new Fact("Rounds", ReadableNumbers.count(report.together().rounds())));
    facts.add(new Fact("Seed", Long.toString(report.summary().setup().seed())));
    facts.add(new Fact("Started", timing.startedAt()));
    facts.add(new Fact("Duration", ReadableNumbers.seconds(timing.wallSeconds())));
    facts.add(new Fact("Threads", Integer.toString(timing.threads())));
    return facts;
  }

  static List<Fact> versions(Report report) {
    return report.versions().entrySet().stream()
        .map(version -> new Fact(version.getKey(), version.getValue()))
        .toList();
  }

  private static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
