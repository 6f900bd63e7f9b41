package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.Graphs;

class ScarletTest {
  private static final int[][] DRAWS = {{0, 1, 2}, {1, 2, 3}, {0, 3, 4}, {0, 1, 4}};

  private List<RecordingDevice> devices = List.of();
  private List<Participant> learners = List.of();

  /** z_k^β / Σ_j z_j^β for z = (0.5, 0.3, 0.2), by hand. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 0.3, 0.2",
    "2, 0.657895, 0.236842, 0.105263",
    "0.5, 0.415446, 0.321803, 0.262751"
  })
  void theTargetIsAPowerOfTheMean(float exponent, float first, float second, float third) {
    float[] values = {9, 0.5f, 0.3f, 0.2f, 9};
    new PowerSharpening(exponent, 3).apply(values, 1);
    assertThat(values).containsExactly(new float[] {9, first, second, third, 9}, within(1e-6f));
  }

  @Test
  void aLargePowerGivesTheLikeliestClass() {
    float[] values = {0.1f, 0.2f, 0.7f};
    new PowerSharpening(1000, 3).apply(values, 0);
    assertThat(values).containsExactly(0, 0, 1);
  }

  /** By hand: with D = 3, what exchange 0 has asked for is not asked for by 1 and 2. */
  @Test
  void rowsAreAskedForWhenTheirTargetsAreOld() {
    assertThat(requests(3))
        .containsExactly(List.of(0, 1, 2), List.of(3), List.of(4), List.of(0, 1));
    assertThat(requests(2))
        .containsExactly(List.of(0, 1, 2), List.of(3), List.of(0, 4), List.of(1));
    assertThat(requests(1)).isEqualTo(requests(0)).isEqualTo(allDraws());
  }

  @Test
  void anyExchangeMayBeAskedAbout() {
    RequestHistory history = history(3);
    List<List<Integer>> inOrder = requests(3);
    for (int exchange : new int[] {3, 3, 1, 2, 0, 3}) {
      assertThat(request(history, exchange)).isEqualTo(inOrder.get(exchange));
    }
  }

  @Test
  void cachedTargetsStayAsTheyWere() {
    join(new Scarlet(2, 3, options()));
    Map<Integer, List<Float>> newest = new HashMap<>();
    int asked = 0;
    for (int round = 0; round < 12; round++) {
      run(round);
      Set<Integer> requested = new HashSet<>(devices.get(0).selected(round));
      asked += requested.size();
      Map<Integer, List<Float>> targets = targets(learners.get(0));
      assertThat(targets).as("all rows drawn in round %d", round).hasSize(15);
      assertThat(targets.keySet()).containsAll(requested);
      for (Map.Entry<Integer, List<Float>> target : targets.entrySet()) {
        if (!requested.contains(target.getKey())) {
          assertThat(target.getValue()).isEqualTo(newest.get(target.getKey()));
        }
      }
      newest.putAll(targets);
      assertThat(targets(learners.get(1))).isEqualTo(targets);
    }
    assertThat(asked).as("of 180 rows drawn").isLessThan(120);
  }

  @Test
  void withoutACacheAndAPowerItIsFedMd() {
    join(new Scarlet(1, 0, options()));
    run(0);
    run(1);
    Map<Integer, List<Float>> targets = targets(learners.get(0));
    join(new FedMd(options()));
    run(0);
    run(1);
    Map<Integer, List<Float>> expected = targets(learners.get(0));
    assertThat(targets.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (row, values) -> {
          for (int k = 0; k < 3; k++) {
            assertThat(targets.get(row).get(k)).isCloseTo(values.get(k), within(1e-5f));
          }
        });
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatThrownBy(() -> new Scarlet(0, 1, options())).hasMessageContaining("not 0.0 and 1");
    assertThatThrownBy(() -> new Scarlet(1, -1, options())).hasMessageContaining("not 1.0 and -1");
  }

  private static List<List<Integer>> requests(int duration) {
    RequestHistory history = history(duration);
    return IntStream.range(0, DRAWS.length).mapToObj(each -> request(history, each)).toList();
  }

  private static List<List<Integer>> allDraws() {
    return Arrays.stream(DRAWS).map(ids -> IntStream.of(ids).boxed().toList()).toList();
  }

  private static RequestHistory history(int duration) {
    return new RequestHistory(5, duration, ScarletTest::draw);
  }

  private static List<Integer> request(RequestHistory history, int exchange) {
    int[] ids = new int[5];
    int asked = history.request(exchange, ids, draw(exchange, ids));
    return IntStream.of(ids).limit(asked).boxed().toList();
  }

  private static int draw(long exchange, int[] into) {
    int[] rows = DRAWS[(int) exchange];
    System.arraycopy(rows, 0, into, 0, rows.length);
    return rows.length;
  }

  private void join(Algorithm algorithm) {
    devices = RecordingDevice.on(Graphs.ring(3), new Training(2, 4));
    learners = devices.stream().map(algorithm::join).toList();
  }

  private void run(long round) {
    learners.forEach(learner -> learner.begin(round));
    learners.forEach(learner -> learner.finish(round, new Losses()));
  }

  private static Map<Integer, List<Float>> targets(Participant learner) {
    Block targets = learner.fullLesson().targets();
    Map<Integer, List<Float>> rows = new HashMap<>();
    for (int i = 0; i < targets.rows(); i++) {
      List<Float> values = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        values.add(targets.values()[3 * i + k]);
      }
      rows.put(targets.ids()[i], values);
    }
    return rows;
  }

  private static ConsensusOptions options() {
    return ConsensusOptions.of(
        1, "cross-entropy", 15, 5, 0, 1, new StepSize(0.1f, 0, StepSize.Schedule.CONSTANT));
  }
}
