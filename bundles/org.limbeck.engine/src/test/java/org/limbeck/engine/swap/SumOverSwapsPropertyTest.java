package org.limbeck.engine.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginKind;

/** Σ_n z_n = Σ_n ŝ_n over the devices that are there, whatever was swapped, joined or left. */
class SumOverSwapsPropertyTest {

  @Property(tries = 25)
  void sumsStayEqual(@ForAll("swaps") List<String> swaps, @ForAll long seed) {
    try (Workbench bench = new Workbench(4, seed)) {
      int joined = 4;
      for (String swap : swaps) {
        bench.run(3);
        if (swap.equals("join")) {
          joined++;
        }
        bench.swap(next(bench, swap, joined));
        requireEqualSums(bench);
      }
      bench.run(5);
      requireEqualSums(bench);
    }
  }

  private static Experiment next(Workbench bench, String swap, int joined) {
    List<String> ids = bench.experiment().deviceIds();
    return switch (swap) {
      case "join" -> bench.withNewcomer("device-" + joined, "mlp");
      case "leave" -> ids.size() > 1 ? bench.without(ids.get(ids.size() / 2)) : bench.experiment();
      case "deep", "softmax" -> bench.withArchitecture(ids.get(0), swap);
      case "200", "500" -> bench.with(PluginKind.REFERENCE, swap);
      case "another", "witnessed" -> bench.with(PluginKind.AGGREGATION, swap);
      case "uniform", "by-confidence", "by-density", "by-row" ->
          bench.with(PluginKind.WEIGHTING, swap);
      case "local", "distillation" -> bench.with(PluginKind.ALGORITHM, swap);
      default -> bench.with(PluginKind.TOPOLOGY, swap);
    };
  }

  @Provide
  Arbitrary<List<String>> swaps() {
    return Arbitraries.of(
            "join",
            "leave",
            "leave",
            "ring",
            "star",
            "complete",
            "base-graph",
            "base-graph",
            "deep",
            "softmax",
            "200",
            "500",
            "another",
            "witnessed",
            "by-row",
            "by-confidence",
            "by-density",
            "uniform",
            "local",
            "distillation")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static void requireEqualSums(Workbench bench) {
    List<float[]> excesses =
        bench.activeNetwork().network().devices().stream()
            .map(DeviceRuntime::unweightedEstimate)
            .map(WitnessedMean.Witnessed.class::cast)
            .map(WitnessedMean.Witnessed::excess)
            .toList();
    for (int i = 0; i < excesses.get(0).length; i++) {
      double sum = 0;
      for (float[] excess : excesses) {
        sum += excess[i];
      }
      assertThat(sum).isCloseTo(0, within(1e-4));
    }
  }
}
