package org.limbeck.launcher.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Jars;
import org.limbeck.launcher.process.PluginFolder;
import org.limbeck.launcher.process.Shell;

/** What the constructor of a plug-in says reaches people, whatever kind of plug-in it is. */
class RefusingPluginsIT {
  private static final int WRONG_INPUT = 2;

  /** What plug-ins of each kind implement. */
  private static final Map<String, String> INTERFACES =
      Map.ofEntries(
          Map.entry("data", "privatedata.PrivateDataset"),
          Map.entry("reference", "referencedata.ReferenceDataset"),
          Map.entry("partition", "partition.Partition"),
          Map.entry("topology", "topology.Topology"),
          Map.entry("aggregation", "aggregation.AggregationRule"),
          Map.entry("weighting", "weighting.Weighting"),
          Map.entry("codec", "codec.Codec"),
          Map.entry("transport", "transport.Transport"),
          Map.entry("algorithm", "algorithm.Algorithm"),
          Map.entry("architecture", "architecture.Architecture"),
          Map.entry("attack", "attack.Attack"),
          Map.entry("observer", "observer.ObserverFactory"));

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void addPluginsThatRefuse() throws IOException {
    Path home = DistributionCopy.small(folder.resolve("limbeck"));
    Map<String, String> components = new TreeMap<>();
    INTERFACES.forEach((kind, type) -> components.put(path(kind), component(kind, type)));
    Map<String, String> headers =
        Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "org.example.refusing",
            "Service-Component", String.join(",", components.keySet()));
    PluginFolder.of(home)
        .put("refusing.jar", jar -> Jars.write(jar, headers, components, Refusing.class));
    shell = new Shell(folder, home).quick();
  }

  @Test
  void areToldWithFileLineAndKey() throws Exception {
    Map<String, String> keys = new TreeMap<>();
    INTERFACES.keySet().forEach(kind -> keys.put(kind, kind));
    keys.put("baseline", "baseline");
    keys.put("architecture", "devices.0.architecture");
    keys.put("attack", "adversaries.attack");
    keys.put("observer", "observers");
    List<String> command = new ArrayList<>(List.of("validate"));
    for (String kind : keys.keySet()) {
      Files.writeString(shell.folder().resolve(kind + ".yaml"), "# " + kind + "\n" + file(kind));
      command.add(kind + ".yaml");
    }

    Shell.Result result = shell.run(command.toArray(new String[0]));

    assertThat(result.exitCode()).isEqualTo(WRONG_INPUT);
    assertThat(result.err().lines())
        .containsExactlyElementsOf(
            keys.entrySet().stream()
                .map(e -> "limbeck: %s.yaml:2: %s: refusing: ".formatted(e.getKey(), e.getValue()))
                .map(where -> where + Refusing.SENTENCE)
                .toList());
  }

  /** So that a kind that is new has to be added above. */
  @Test
  void areOfAllKinds() throws Exception {
    JsonNode plugins =
        new ObjectMapper().readTree(shell.run("plugins", "--json").out()).get("plugins");

    Map<String, TreeSet<String>> kinds = new TreeMap<>();
    plugins.forEach(
        plugin ->
            kinds
                .computeIfAbsent(plugin.get("kind").textValue(), kind -> new TreeSet<>())
                .add(plugin.get("name").textValue()));
    assertThat(kinds).containsOnlyKeys(INTERFACES.keySet());
    assertThat(kinds).allSatisfy((kind, names) -> assertThat(names).contains("refusing"));
  }

  /** Returns an experiment whose first line names the plug-in. */
  private static String file(String kind) {
    Map<String, String> keys = new TreeMap<>();
    keys.put("rounds", "4");
    keys.put("data", "{name: digits}");
    keys.put("partition", "{name: iid, maxRows: 40}");
    keys.put("reference", "{name: digits, rows: 100}");
    keys.put("devices", "[{count: 4, architecture: {name: softmax}}]");
    String first =
        switch (kind) {
          case "architecture" -> "devices: [{count: 4, architecture: {name: refusing}}]\n";
          case "attack" -> "adversaries: {devices: 1, attack: {name: refusing}}\n";
          case "observer" -> "observers: {name: refusing}\n";
          default -> kind + ": {name: refusing}\n";
        };
    return first
        + keys.entrySet().stream()
            .filter(entry -> !first.startsWith(entry.getKey() + ":"))
            .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
            .collect(Collectors.joining());
  }

  private static String path(String kind) {
    return "OSGI-INF/" + kind + ".xml";
  }

  private static String component(String kind, String type) {
    return """
    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0"
        name="org.example.refusing.%s" configuration-policy="require">
      <property name="limbeck.name" value="refusing"/>
      <service><provide interface="org.limbeck.api.%s"/></service>
      <implementation class="%s"/>
    </scr:component>
    """
        .formatted(kind, type, Refusing.class.getName());
  }
}
