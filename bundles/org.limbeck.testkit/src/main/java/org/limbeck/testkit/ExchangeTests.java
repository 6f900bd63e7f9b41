package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.limbeck.testkit.EstimateLab.BATCH;
import static org.limbeck.testkit.EstimateLab.CLASSES;
import static org.limbeck.testkit.EstimateLab.ROWS;
import static org.limbeck.testkit.EstimateLab.published;
import static org.limbeck.testkit.EstimateLab.readable;
import static org.limbeck.testkit.EstimateLab.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.testkit.fixture.Graphs;

/**
 * The part of the {@link AggregationRuleContract} about what an estimate takes in and gives out.
 */
interface ExchangeTests extends EstimateTests {

  @Test
  default void aRowIsReadableOnceItWasMixed() {
    Estimate estimate = lab().open();
    assertThat(readable(estimate)).as("rows readable at first").isEmpty();
    estimate.inject(lab().decisions(BATCH));
    estimate.publish(Blocks.of(BATCH, CLASSES));
    assertThat(readable(estimate)).as("rows readable after injecting").isEmpty();
    lab().mix(estimate, BATCH);
    assertThat(readable(estimate)).as("rows readable after mixing").containsExactly(2, 7, 9);
  }

  @Test
  default void writesARowWhereItIsTold() {
    Estimate estimate = lab().exchanged();
    float[] alone = new float[CLASSES];
    estimate.read(BATCH[0], alone, 0);
    float[] into = new float[CLASSES + 4];
    Arrays.fill(into, 99);
    estimate.read(BATCH[0], into, 2);
    assertThat(into).startsWith(99, 99).endsWith(99, 99);
    assertThat(Arrays.copyOfRange(into, 2, 2 + CLASSES)).isEqualTo(alone);
  }

  @Test
  default void leavesTheRoomForARowNeverExchangedAsItIs() {
    float[] into = {99, 99, 99, 99};
    assertThat(lab().exchanged().read(0, into, 0)).isFalse();
    assertThat(into).containsOnly(99);
  }

  @Test
  default void keepsNoBlockThatItIsLent() {
    Estimate estimate = lab().open();
    Estimate disturbed = lab().open();
    Block decisions = lab().decisions(BATCH);
    Block lent = Blocks.copy(decisions);
    estimate.inject(decisions);
    disturbed.inject(lent);
    spoil(lent);
    Block own = published(estimate, BATCH);
    Block neighbour = lab().decisions(BATCH);
    Block lentOwn = Blocks.copy(own);
    Block lentNeighbour = Blocks.copy(neighbour);
    estimate.mix(own, List.of(new Peer("b", 0.5f, neighbour)), 1);
    disturbed.mix(lentOwn, List.of(new Peer("b", 0.5f, lentNeighbour)), 1);
    spoil(lentOwn);
    spoil(lentNeighbour);
    Block published = published(disturbed, BATCH);
    spoil(published);
    assertThat(StateChecks.save(disturbed)).isEqualTo(StateChecks.save(estimate));
    assertThat(values(disturbed)).isDeepEqualTo(values(estimate));
  }

  @Test
  default void leavesTheBlocksThatItIsLentAsTheyAre() {
    Estimate estimate = lab().open();
    Block decisions = lab().decisions(BATCH);
    Block own = Blocks.copy(decisions);
    Block neighbour = lab().decisions(BATCH);
    float[] theirs = neighbour.values().clone();
    estimate.inject(decisions);
    estimate.mix(own, List.of(new Peer("b", 0.5f, neighbour)), 1);
    assertThat(decisions.values()).as("the decisions injected").isEqualTo(own.values());
    assertThat(neighbour.values()).as("a neighbour's copy").isEqualTo(theirs);
    for (Block block : List.of(decisions, own, neighbour)) {
      assertThat(Blocks.ids(block)).containsExactly(BATCH);
    }
  }

  @Test
  default void countsOnlyTheRowsThatAreSet() {
    Estimate exact = lab().open();
    Estimate roomy = lab().open();
    Block decisions = lab().decisions(BATCH);
    Block neighbour = lab().decisions(BATCH);
    exact.inject(decisions);
    roomy.inject(Blocks.roomier(decisions));
    Block own = published(exact, BATCH);
    Block out = Blocks.roomier(Blocks.of(BATCH, CLASSES));
    roomy.publish(out);
    assertThat(Blocks.values(out)).isEqualTo(own.values());
    Peer peer = new Peer("b", 0.5f, Blocks.copy(neighbour));
    Peer roomyPeer = new Peer("b", 0.5f, Blocks.roomier(neighbour));
    roomy.mix(Blocks.roomier(own), List.of(roomyPeer), 1);
    exact.mix(own, List.of(peer), 1);
    assertThat(StateChecks.save(roomy)).isEqualTo(StateChecks.save(exact));
    assertThat(values(roomy)).isDeepEqualTo(values(exact));
  }

  @Test
  default void publishesByIdAndChangesNothing() {
    Estimate estimate = lab().exchanged();
    estimate.inject(lab().decisions(BATCH));
    byte[] before = StateChecks.save(estimate);
    Block once = published(estimate, BATCH);
    Block reversed = published(estimate, new int[] {9, 2, 7});
    assertThat(StateChecks.save(estimate)).as("the state after publishing").isEqualTo(before);
    assertThat(Blocks.ids(once)).containsExactly(BATCH);
    for (int k = 0; k < CLASSES; k++) {
      assertThat(reversed.values()[k]).isEqualTo(once.values()[2 * CLASSES + k]);
      assertThat(reversed.values()[CLASSES + k]).isEqualTo(once.values()[CLASSES + k]);
    }
  }

  @Test
  default void estimatesDoNotShareAnything() {
    AggregationRule rule = lab().rule();
    Estimate one = rule.open(ROWS, CLASSES);
    Estimate other = rule.open(ROWS, CLASSES);
    one.inject(lab().decisions(BATCH));
    lab().mix(one, BATCH);
    assertThat(readable(other)).isEmpty();
    assertThat(StateChecks.save(other)).isEqualTo(StateChecks.save(rule.open(ROWS, CLASSES)));
  }

  @Test
  default void treatsNeighboursOfEqualWeightAlike() {
    Block decisions = lab().decisions(BATCH);
    Block one = lab().decisions(BATCH);
    Block other = lab().decisions(BATCH);
    float[] asTheyCome = mixed(decisions, one, other);
    assertThat(mixed(decisions, other, one)).containsExactly(asTheyCome, within(1e-5f));
  }

  @Test
  default void isConcernedAboutGraphsInSentences() {
    for (int size : new int[] {1, 2, 3, 8}) {
      assertThat(lab().rule().concerns(Graphs.ring(size)))
          .as("concerns about a ring of %d", size)
          .allSatisfy(concern -> assertThat(concern).isNotBlank().doesNotContain("\n"));
    }
  }

  private float[] mixed(Block decisions, Block... neighbours) {
    Estimate estimate = lab().open();
    estimate.inject(decisions);
    List<Peer> peers = new ArrayList<>();
    for (Block neighbour : neighbours) {
      peers.add(new Peer("peer-" + peers.size(), 0.25f, Blocks.copy(neighbour)));
    }
    estimate.mix(published(estimate, BATCH), peers, 1);
    float[] values = new float[BATCH.length * CLASSES];
    for (int i = 0; i < BATCH.length; i++) {
      estimate.read(BATCH[i], values, i * CLASSES);
    }
    return values;
  }

  private static void spoil(Block block) {
    Arrays.fill(block.values(), -1000);
    Arrays.fill(block.ids(), 0);
  }
}
