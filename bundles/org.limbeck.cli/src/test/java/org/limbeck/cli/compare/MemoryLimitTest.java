package org.limbeck.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.cli.Experiments;
import org.limbeck.cli.FakeEngine;
import org.limbeck.cli.FakeRun;
import org.limbeck.experiment.Experiment;

class MemoryLimitTest {
  private static final long MB = 1 << 20;

  private final FakeEngine engine = new FakeEngine();
  private final Experiment small = Experiments.small(Optional.empty());

  /** Three quarters of the 900 MB that are free, and twice 100 MB for each. */
  @Test
  void grantsEachRunTwiceWhatItTakesAtFirst() {
    assertThat(limit(100, 1000).atOnce(runs(8), 8)).isEqualTo(3);
    assertThat(engine.opened).singleElement().matches(FakeRun::closed);
  }

  @Test
  void grantsNoMoreThanAreWantedOrThere() {
    assertThat(limit(1, 1000).atOnce(runs(8), 5)).isEqualTo(5);
    assertThat(limit(1, 1000).atOnce(runs(3), 5)).isEqualTo(3);
  }

  @Test
  void grantsOneHoweverLargeItIs() {
    assertThat(limit(800, 1000).atOnce(runs(8), 8)).isEqualTo(1);
  }

  @Test
  void measuresTheRunWithMostDevices() {
    Experiment large =
        small.toBuilder().devices(Collections.nCopies(9, small.devices().get(0))).build();

    limit(1, 1000).atOnce(List.of(cell(small), cell(large), cell(small)), 2);

    assertThat(engine.opened)
        .singleElement()
        .satisfies(run -> assertThat(run.experiment.devices()).hasSize(9));
  }

  /** With 100 MB in use before. */
  private MemoryLimit limit(long runTakes, long all) {
    return new MemoryLimit(engine, () -> (100 + runTakes * engine.opened.size()) * MB, all * MB);
  }

  private List<Cell> runs(int count) {
    return Collections.nCopies(count, cell(small));
  }

  private static Cell cell(Experiment experiment) {
    return new Cell("one", experiment);
  }
}
