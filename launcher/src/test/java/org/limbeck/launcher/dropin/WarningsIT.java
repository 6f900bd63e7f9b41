package org.limbeck.launcher.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        List.of("--set=adversaries={devices: 1, attack: one-class}"),
        NAMESAKE,
        "warning: aggregation tracking-mean: it keeps the sum of what all devices say, so that one"
            + " adversary moves them all");
  }

  @Test
  void tellOfGraphsThatBreakWhatARuleAssumes() throws Exception {
    assertWarns(
        List.of("--set=aggregation.name=geometric-median"),
        NAMESAKE,
        "warning: aggregation geometric-median: 5 of 5 devices have fewer than 3 neighbours, which"
            + " it takes to withstand 1 adversary: number 1, 2, 3, 4, 5");
  }

  @Test
  void tellOfRulesThatHaveNoUseForWeights() throws Exception {
    assertWarns(
        List.of("--set=aggregation=confidence-weighted", "--set=weighting=by-confidence"),
        NAMESAKE,
        "warning: weighting by-confidence: with aggregation confidence-weighted weights change what"
            + " devices say, and not how much it counts; use tracking-mean, neighbour-mean or"
            + " nearest-neighbour-averaging, or weighting uniform");
    assertWarns(
        List.of("--set=aggregation=neighbour-mean", "--set=weighting=by-confidence"), NAMESAKE);
    assertWarns(
        List.of(
            "--set=aggregation={name: nearest-neighbour-averaging, adversaries: 0}",
            "--set=weighting=by-confidence"),
        NAMESAKE);
  }

  private void assertWarns(List<String> settings, String... warnings) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("validate", "small.yaml"));
    arguments.addAll(settings);
    Shell.Result result = shell.run(arguments.toArray(new String[0]));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).startsWith("small.yaml: valid\n");
    assertThat(result.err().lines()).containsExactly(warnings);
  }
}
