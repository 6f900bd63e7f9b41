package org.limbeck.launcher.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Jars;
import org.limbeck.launcher.process.PluginFolder;
import org.limbeck.launcher.process.Shell;

/** All that people may drop into {@code plugins/}, good and bad, at once. */
class DropInIT {
  private static final String ACTIVATOR = "Bundle-Activator";
  private static final String IMPORT = "Import-Package";
  private static final String VERSION = "Bundle-Version";

  /** What is said of each jar that is left out. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("older.jar", "good.jar is a newer version of the same bundle"),
          Map.entry("same.jar", "it is the same bundle as good.jar"),
          Map.entry("half.jar", "if it is still being copied, it is taken up when it is complete"),
          Map.entry("plain.jar", "it is no OSGi bundle: its manifest has no Bundle-SymbolicName"),
          Map.entry("api.jar", "bundle org.limbeck.api is part of the system"),
          Map.entry("same-rings.jar", "rings.jar is a newer version of the same bundle"),
          Map.entry("version.jar", "its manifest is wrong: invalid version \"one\""),
          Map.entry("moebius.jar", "org.example.moebius needs package org.example.band"),
          Map.entry(
              "tensors.jar", "org.example.tensors needs bundle org.limbeck.dl4j, which is not"),
          Map.entry("tomorrow.jar", "org.example.tomorrow needs another Java"),
          Map.entry(
              "licensed.jar", "its activator failed: java.lang.IllegalStateException: the lic"),
          Map.entry(
              "hollow.jar", "it does not start: java.lang.ClassNotFoundException: org.exampl"),
          Map.entry("fragment.jar", "org.example.fragment needs osgi.wiring.host"));

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void fill() throws IOException {
    Path home = DistributionCopy.small(folder.resolve("limbeck"));
    PluginFolder plugins = PluginFolder.of(home);
    plugins.put("older.jar", PluginFolder.thirdParty("0.1.0"));
    plugins.put("good.jar", PluginFolder.thirdParty("0.2.0"));
    plugins.put("same.jar", PluginFolder.thirdParty("0.2.0"));
    plugins.put("half.jar", PluginFolder::half);
    plugins.put("plain.jar", jar -> Jars.write(jar, Map.of()));
    plugins.put(
        "api.jar", jar -> Files.copy(DistributionCopy.bundle(home, "org.limbeck.api"), jar));
    Path topologies = DistributionCopy.bundle(home, "org.limbeck.topologies");
    plugins.put("same-rings.jar", jar -> Files.copy(topologies, jar));
    plugins.put("rings.jar", jar -> Jars.copy(topologies, jar, Map.of(VERSION, "9.0.0")));
    plugins.putBundle("version", Map.of(VERSION, "one"));
    plugins.putBundle(
        "moebius",
        Map.of(IMPORT, "org.example.band", "Provide-Capability", "limbeck.topology;name=moebius"));
    plugins.putBundle("tensors", Map.of(IMPORT, "org.nd4j.linalg.api.ndarray"));
    plugins.putBundle(
        "tomorrow",
        Map.of("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
    plugins.putBundle(
        "licensed",
        Map.of(IMPORT, "org.osgi.framework", ACTIVATOR, Failing.class.getName()),
        Failing.class);
    plugins.putBundle("hollow", Map.of(ACTIVATOR, "org.example.Nowhere"));
    plugins.putBundle("fragment", Map.of("Fragment-Host", "org.example.nowhere"));
    shell = new Shell(folder, home).quick();
  }

  @Test
  void areListedWithTheReason() throws Exception {
    Shell.Result result = shell.run("plugins", "--json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    JsonNode listed = new ObjectMapper().readTree(result.out());
    assertThat(versions(listed.get("plugins")))
        .containsEntry("wheel", "0.2.0")
        .containsEntry("regression", "0.2.0")
        .containsEntry("ring", "9.0.0")
        .doesNotContainKey("moebius");
    assertThat(reasons(listed.get("unavailable"), "name").get("moebius"))
        .contains("org.example.moebius does not resolve", "needs package org.example.band");
    Map<String, String> broken = reasons(listed.get("broken"), "file");
    REASONS.forEach((file, reason) -> assertThat(broken.get(file)).as(file).contains(reason));
    assertThat(broken).containsOnlyKeys(REASONS.keySet());
  }

  @Test
  void areToldToPeopleToo() throws Exception {
    Shell.Result result = shell.run("plugins");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    String left = result.out().substring(result.out().indexOf("left out of plugins/"));
    String unwrapped = left.replaceAll("\\s+", " ");
    REASONS.forEach((file, reason) -> assertThat(unwrapped).contains(" " + file + ": ", reason));
  }

  @Test
  void thoseThatAreGoodCanBeUsed() throws Exception {
    Shell.Result result =
        shell.run(
            "run",
            "small.yaml",
            "--json",
            "--out=run",
            "--set=rounds=4",
            "--set=topology.name=wheel",
            "--set=aggregation.name=neighbour-mean",
            "--set=codec.name=fixed16",
            "--set=devices.0.architecture.name=regression");

    assertThat(result.exitCode()).isZero();
    JsonNode summary = new ObjectMapper().readTree(result.out());
    assertThat(summary.get("topology").textValue()).isEqualTo("wheel");
    assertThat(summary.get("devices").get(0).get("bytesSent").longValue())
        .isEqualTo(4 * 4 * 32 * 10 * 2);
    assertThat(result.err().lines())
        .allMatch(line -> line.matches("(alone: )?(round|plugins/|run folder:).*"))
        .filteredOn(line -> line.contains("plugins/"))
        .hasSize(REASONS.size());
  }

  @Test
  void areAllLeftOutWhileOthersMayWriteIntoTheFolder() throws Exception {
    Path plugins = folder.resolve("limbeck/plugins");
    Files.setPosixFilePermissions(plugins, PosixFilePermissions.fromString("rwxrwxr-x"));

    Shell.Result result = shell.run("plugins", "--json");

    assertThat(result.exitCode()).isZero();
    JsonNode listed = new ObjectMapper().readTree(result.out());
    assertThat(versions(listed.get("plugins"))).containsKey("ring").doesNotContainKey("wheel");
    assertThat(reasons(listed.get("broken"), "file"))
        .containsOnlyKeys("*.jar")
        .hasEntrySatisfying("*.jar", reason -> assertThat(reason).contains("do: chmod go-w "));
  }

  @Test
  void areAllLeftOutWhileOthersMayTakeAwayWhomToTrust() throws Exception {
    Path etc = folder.resolve("limbeck/etc");
    Files.setPosixFilePermissions(etc, PosixFilePermissions.fromString("rwxrwxrwx"));

    Shell.Result result = shell.run("plugins", "--json");

    assertThat(result.exitCode()).isZero();
    JsonNode listed = new ObjectMapper().readTree(result.out());
    assertThat(versions(listed.get("plugins"))).containsKey("ring").doesNotContainKey("wheel");
    assertThat(reasons(listed.get("broken"), "file"))
        .containsOnlyKeys("*.jar")
        .hasEntrySatisfying(
            "*.jar",
            reason ->
                assertThat(reason)
                    .startsWith("others may say whose plug-ins are trusted: " + etc)
                    .endsWith("do: chmod go-w " + etc));
  }

  @Test
  void areLeftOutWhereOthersMayChangeWhatALinkLeadsTo() throws Exception {
    Path plugins = folder.resolve("limbeck/plugins");
    Path open = Files.createFile(folder.resolve("open"));
    Files.copy(plugins.resolve("good.jar"), open, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
    Files.delete(plugins.resolve("good.jar"));
    Files.createSymbolicLink(plugins.resolve("good.jar"), open);

    Shell.Result result = shell.run("plugins", "--json");

    assertThat(result.exitCode()).isZero();
    JsonNode listed = new ObjectMapper().readTree(result.out());
    Map<String, String> broken = reasons(listed.get("broken"), "file");
    assertThat(broken.get("good.jar")).endsWith("do: chmod go-w " + open);
    assertThat(broken).as("which takes its place").doesNotContainKey("same.jar");
  }

  private static Map<String, String> versions(JsonNode plugins) {
    Map<String, String> versions = new TreeMap<>();
    plugins.forEach(p -> versions.put(p.get("name").textValue(), p.get("version").textValue()));
    return versions;
  }

  private static Map<String, String> reasons(JsonNode entries, String key) {
    Map<String, String> reasons = new TreeMap<>();
    entries.forEach(e -> reasons.put(e.get(key).textValue(), e.get("reason").textValue()));
    return reasons;
  }
}
