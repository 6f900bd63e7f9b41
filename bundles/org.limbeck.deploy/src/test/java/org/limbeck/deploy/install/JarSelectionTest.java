package org.limbeck.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.protection.FileProtection;
import org.osgi.framework.Version;

class JarSelectionTest {
  @TempDir private Path folder;

  @Test
  void ofSeveralVersionsTheHighestIsChosen() throws IOException {
    PluginJar old = jar("a-old.jar", "org.example.a", "1.9.0");
    PluginJar latest = jar("a-latest.jar", "org.example.a;singleton:=true", "1.10.0");
    PluginJar twin = jar("a-twin.jar", "org.example.a", "1.10.0");
    PluginJar other = jar("b.jar", "org.example.b", "2.0.0");
    JarSelection selection =
        new JarSelection(List.of(old, latest, twin, other), Map.of(), Set.of());
    assertThat(selection.chosen())
        .containsOnly(Map.entry("org.example.a", latest), Map.entry("org.example.b", other));
    assertThat(selection.faults())
        .containsOnly(
            Map.entry("a-old.jar", "a-latest.jar is a newer version of the same bundle"),
            Map.entry("a-twin.jar", "it is the same bundle as a-latest.jar"));
  }

  @Test
  void aPlugInOfTheDistributionGivesWayToANewerOneOnly() throws IOException {
    Map<String, Version> distribution =
        Map.of(
            "org.limbeck.topologies",
            new Version("0.2.0"),
            "org.limbeck.api",
            new Version("0.2.0"));
    Set<String> swappable = Set.of("org.limbeck.topologies");
    PluginJar newer = jar("newer.jar", "org.limbeck.topologies", "0.3.0");
    assertThat(new JarSelection(List.of(newer), distribution, swappable).chosen())
        .containsOnly(Map.entry("org.limbeck.topologies", newer));
    PluginJar same = jar("same.jar", "org.limbeck.topologies", "0.2.0");
    PluginJar api = jar("api.jar", "org.limbeck.api", "9.0.0");
    JarSelection refused = new JarSelection(List.of(same, api), distribution, swappable);
    assertThat(refused.chosen()).isEmpty();
    assertThat(refused.faults())
        .containsOnly(
            Map.entry(
                "same.jar",
                "the distribution has version 0.2.0 of bundle org.limbeck.topologies already, and"
                    + " this is 0.2.0"),
            Map.entry(
                "api.jar", "bundle org.limbeck.api is part of the system, and offers no plug-in"));
  }

  @Test
  void halfAJarAndAPlainJarAreExplained() throws IOException {
    Path whole = jar("whole.jar", "org.example.a", "1.0.0").file();
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.jar"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(PluginJar.inspect(half, "", anybody()).fault())
        .startsWith("it cannot be read as a jar (")
        .endsWith("if it is still being copied, it is taken up when it is complete");
    assertThat(jar("plain.jar", null, "1.0.0").fault())
        .isEqualTo(
            "it is no OSGi bundle: its manifest has no Bundle-SymbolicName; build it with bnd");
    assertThat(jar("version.jar", "org.example.a", "one").fault())
        .startsWith("its manifest is wrong: invalid version \"one\"");
  }

  private PluginJar jar(String name, String symbolicName, String version) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (symbolicName != null) {
      manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
    }
    manifest.getMainAttributes().putValue("Bundle-Version", version);
    Path file = folder.resolve(name);
    try (OutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      out.flush();
    }
    return PluginJar.inspect(file, PluginJar.stamp(file), anybody());
  }

  private static JarSigners anybody() throws IOException {
    return new JarSigners(Optional.empty(), List.of(), FileProtection.ofThisProcess());
  }
}
