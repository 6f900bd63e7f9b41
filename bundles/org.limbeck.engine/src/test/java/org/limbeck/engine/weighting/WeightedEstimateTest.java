package org.limbeck.engine.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.ForwardingEstimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.weighting.DecisionWeights;
import org.limbeck.api.weighting.NetworkMean;

class WeightedEstimateTest {
  private static final int ROWS = 4;
  private static final WeightLimit LIMIT = new WeightLimit(8, ROWS, false);

  @Test
  void tracksWhatIsWeightedAndReadsItsShares() {
    Estimate mean = tracked(ROWS);
    Estimate knows = weighted(mean, times(3), LIMIT);
    knows.inject(row(1, 0.5f, 0.5f));
    assertThat(published(mean, 1)).containsExactly(1.5f, 1.5f);
    Estimate guesses = weighted(tracked(ROWS), times(1), LIMIT);
    guesses.inject(row(1, 0.1f, 0.9f));
    mix(knows, guesses, 1);
    assertThat(read(knows, 1)[0]).isCloseTo((1.5f + 0.1f) / 4, within(1e-6f));
    assertThat(read(guesses, 1)).containsExactly(read(knows, 1));
  }

  @Test
  void leavesTheDecisionsOfTheDeviceAlone() {
    Block decisions = row(2, 0.25f, 0.75f);
    weighted(tracked(ROWS), times(2), LIMIT).inject(decisions);
    assertThat(decisions.values()).containsExactly(0.25f, 0.75f);
    assertThat(decisions.rows()).isEqualTo(1);
  }

  @Test
  void knowsNoTargetAndNoProfileBeforeAnExchange() {
    WeightedEstimate estimate = telling(20, 12);
    estimate.inject(row(0, 0.5f, 0.5f));
    float[] untouched = {-1, -1};
    assertThat(estimate.readTarget(0, untouched)).isFalse();
    assertThat(estimate.readProfile(untouched)).isFalse();
    assertThat(untouched).containsExactly(-1, -1);
  }

  @Test
  void tracksTheMeanOfProfilesWhateverTheMostWeight() {
    WeightedEstimate one = telling(20, 12);
    WeightedEstimate other = telling(4, 28);
    one.inject(row(3, 0.5f, 0.5f));
    other.inject(row(3, 0.5f, 0.5f));
    assertThat(one.tellsProfile()).isTrue();
    mix(one, other, ROWS);
    float[] profile = new float[2];
    assertThat(one.readProfile(profile)).isTrue();
    assertThat(profile).containsExactly(12, 20);
  }

  @Test
  void addsNothingWhereNoProfileIsTold() {
    Estimate mean = tracked(ROWS);
    WeightedEstimate estimate = weighted(mean, times(1), LIMIT);
    estimate.inject(row(0, 0.5f, 0.5f));
    assertThat(estimate.tellsProfile()).isFalse();
    assertThat(estimate.readProfile(new float[2])).isFalse();
  }

  @Test
  void nobodyClaimsMoreThanTheMost() {
    Estimate mean = tracked(ROWS);
    weighted(mean, times(1e6f), LIMIT).inject(row(1, 0.25f, 0.75f));
    assertThat(published(mean, 1)).containsExactly(2, 6);
    weighted(mean, times(-1e6f), LIMIT).inject(row(1, 0.25f, 0.75f));
    assertThat(published(mean, 1)).containsExactly(-2, -6);
  }

  @Test
  void refusesWeightsThatAreNotFinite() {
    WeightedEstimate estimate = weighted(tracked(ROWS), times(Float.NaN), LIMIT);
    assertThatThrownBy(() -> estimate.inject(row(0, 0.5f, 0.5f)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not finite");
  }

  @Test
  void limitsNeighboursWhereTheySayWhatTheyThink() {
    List<Float> arrived = new ArrayList<>();
    Estimate recording = recording(arrived);
    Block liar = row(1, 0, 64);
    weighted(recording, times(1), new WeightLimit(8, ROWS, true))
        .mix(row(1, 1, 0), List.of(new Peer("liar", 0.5f, liar)), 1);
    weighted(recording, times(1), LIMIT)
        .mix(row(1, 1, 0), List.of(new Peer("liar", 0.5f, liar)), 1);
    assertThat(arrived).containsExactly(0f, 8f, 0f, 64f);
    assertThat(liar.values()).as("what was lent").containsExactly(0, 64);
  }

  @Property(tries = 200)
  void keepsTheSumOfWhatIsWeightedAndTargetsOnTheSimplex(
      @ForAll @Size(6) List<@FloatRange(max = 1) Float> values,
      @ForAll @FloatRange(max = 20) float weight) {
    Estimate[] means = {tracked(ROWS), tracked(ROWS)};
    WeightedEstimate one = weighted(means[0], times(weight), LIMIT);
    WeightedEstimate other = weighted(means[1], times(1), LIMIT);
    for (int i = 0; i < 3; i++) {
      one.inject(row(1, values.get(i), 1 - values.get(i)));
      other.inject(row(1, values.get(i + 3), 1 - values.get(i + 3)));
      mix(one, other, 1);
    }
    double sum = 0;
    for (Estimate mean : means) {
      float[] z = published(mean, 1);
      sum += z[0] + z[1];
    }
    assertThat(sum).isCloseTo(1 + Math.min(weight, 8), within(1e-4));
    for (Estimate each : List.of(one, other)) {
      float[] target = read(each, 1);
      assertThat(target[0] + target[1]).isCloseTo(1, within(1e-5f));
      assertThat(target[0]).isBetween(0f, 1f);
    }
  }

  private static Estimate tracked(int rows) {
    return new TrackingMean().open(rows, 2);
  }

  private static WeightedEstimate weighted(
      Estimate estimate, DecisionWeights weights, WeightLimit limit) {
    return new WeightedEstimate(estimate, weights, false, limit, 2);
  }

  private static WeightedEstimate telling(float... profile) {
    DecisionWeights weights =
        new DecisionWeights() {
          @Override
          public void profile(float[] into) {
            System.arraycopy(profile, 0, into, 0, into.length);
          }

          @Override
          public void weigh(Block decisions, NetworkMean network) {}
        };
    return new WeightedEstimate(tracked(ROWS + 1), weights, true, LIMIT, 2);
  }

  private static DecisionWeights times(float weight) {
    return (decisions, network) -> {
      for (int i = 0; i < decisions.rows() * decisions.width(); i++) {
        decisions.values()[i] *= weight;
      }
    };
  }

  private static Estimate recording(List<Float> arrived) {
    return new ForwardingEstimate(tracked(ROWS)) {
      @Override
      public void mix(Block own, List<Peer> peers, float gamma) {
        for (float value : peers.get(0).copy().values()) {
          arrived.add(value);
        }
      }
    };
  }

  private static void mix(Estimate one, Estimate other, int row) {
    Block ofOne = row(row, published(one, row));
    Block ofOther = row(row, published(other, row));
    one.mix(ofOne, List.of(new Peer("other", 0.5f, ofOther)), 1);
    other.mix(ofOther, List.of(new Peer("one", 0.5f, ofOne)), 1);
  }

  private static float[] published(Estimate estimate, int row) {
    Block out = row(row, 0, 0);
    estimate.publish(out);
    return out.values();
  }

  private static float[] read(Estimate estimate, int row) {
    float[] into = new float[2];
    assertThat(estimate.read(row, into, 0)).isTrue();
    return into;
  }

  private static Block row(int id, float... values) {
    Block block = new Block(1, values.length);
    block.rows(1);
    Arrays.fill(block.ids(), id);
    System.arraycopy(values, 0, block.values(), 0, values.length);
    return block;
  }
}
