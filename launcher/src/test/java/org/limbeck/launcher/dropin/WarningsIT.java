package org.limbeck.launcher.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Jars;
import org.limbeck.launcher.process.PluginFolder;
import org.limbeck.launcher.process.Shell;

/** What {@code limbeck validate} says of experiments that are valid, but hardly meant. */
class WarningsIT {
  private static final String NAMESAKE =
      "warning: topology ring: that of bundle org.example.rings is not used: bundle"
          + " org.limbeck.topologies offers one of this name already";

  @TempDir private Path folder;
  private Shell shell;

  /** Somebody else's plug-ins are called as Limbeck's topologies are. */
  @BeforeEach
  void addNamesakes() throws IOException {
    Path home = DistributionCopy.small(folder.resolve("limbeck"));
    Path topologies = DistributionCopy.bundle(home, "org.limbeck.topologies");
    PluginFolder.of(home)
        .put(
            "rings.jar",
            jar -> Jars.copy(topologies, jar, Map.of("Bundle-SymbolicName", "org.example.rings")));
    shell = new Shell(folder, home).quick();
  }

  @Test
  void tellOfNamesakesAndOfRulesThatLiarsMove() throws Exception {
    assertWarns(
        "--set=adversaries={devices: 1, attack: one-class}",
        NAMESAKE,
        "warning: aggregation tracking-mean: it keeps the sum of what all devices say, so that one"
            + " adversary moves them all");
  }

  @Test
  void tellOfGraphsThatBreakWhatARuleAssumes() throws Exception {
    assertWarns(
        "--set=aggregation.name=geometric-median",
        NAMESAKE,
        "warning: aggregation geometric-median: 5 of 5 devices have fewer than 3 neighbours, which"
            + " it takes to withstand 1 adversary: number 1, 2, 3, 4, 5");
  }

  private void assertWarns(String setting, String... warnings) throws Exception {
    Shell.Result result = shell.run("validate", "small.yaml", setting);

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("small.yaml: valid\n");
    assertThat(result.err().lines()).containsExactly(warnings);
  }
}
