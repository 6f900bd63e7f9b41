package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.topology.WeightedGraph;

/** All numbers of devices and neighbours. */
class PeriodicTopologiesPropertyTest {

  @Property(tries = 100)
  void aBaseGraphIsExact(
      @ForAll @IntRange(min = 1, max = 150) int devices,
      @ForAll @IntRange(min = 1, max = 40) int degree) {
    List<WeightedGraph> sequence = MixingMatrices.sequence(new BaseGraph(degree), devices);
    MixingMatrices.requireMixing(sequence, devices, degree);
    assertThat(MixingMatrices.error(sequence, devices)).isEqualTo(0, within(1e-12));
  }

  @Property(tries = 100)
  void aHyperHypercubeIsExactWhereThereIsOne(
      @ForAll @IntRange(min = 1, max = 200) int devices,
      @ForAll @IntRange(min = 1, max = 12) int degree) {
    Optional<GraphSequence> found = HyperHypercube.of(devices, degree);
    assertThat(found.isPresent()).isEqualTo(largestPrimeFactor(devices) <= degree + 1);
    if (found.isPresent()) {
      assertThat(Math.pow(degree + 1, found.get().length())).isGreaterThanOrEqualTo(devices);
      assertThat(MixingMatrices.error(found.get().graphs(), devices)).isEqualTo(0, within(1e-12));
    }
  }

  private static int largestPrimeFactor(int number) {
    int rest = number;
    int largest = 1;
    for (int factor = 2; factor <= rest; factor++) {
      while (rest % factor == 0) {
        rest /= factor;
        largest = factor;
      }
    }
    return largest;
  }
}
