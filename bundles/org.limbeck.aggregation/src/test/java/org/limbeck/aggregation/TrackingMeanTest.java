package org.limbeck.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/** Arithmetic by hand, in values that floats represent exactly. */
class TrackingMeanTest {
  private static final TrackingMean RULE = new TrackingMean();

  @Test
  void saysThatItConservesTheSum() {
    assertThat(RULE.conservesSum()).isTrue();
  }

  @Test
  void twoDevicesMeetHalfway() {
    Estimate a = RULE.open(1, 2);
    Estimate b = RULE.open(1, 2);
    a.inject(row(0, 1, 0));
    b.inject(row(0, 0, 1));
    exchange(a, b);
    assertThat(read(a, 0)).containsExactly(0.5f, 0.5f);
    assertThat(read(b, 0)).containsExactly(0.5f, 0.5f);

    a.inject(row(0, 0.5f, 0.5f));
    b.inject(row(0, 0, 1));
    assertThat(publish(a, 0)).as("z + s − ŝ").containsExactly(0, 1);
    assertThat(publish(b, 0)).as("the same decisions again").containsExactly(0.5f, 0.5f);
    exchange(a, b);
    assertThat(read(a, 0)).containsExactly(0.25f, 0.75f);
    assertThat(read(b, 0)).containsExactly(0.25f, 0.75f);
  }

  @Test
  void threeDevicesInARowMoveByGammaTimesTheWeights() {
    Block a = row(0, 1, 0);
    Block b = row(0, 0, 1);
    Block c = row(0, 0.5f, 0.5f);
    assertThat(mixed(a, List.of(new Peer("b", 0.25f, b)), 0.5f)).containsExactly(0.875f, 0.125f);
    assertThat(mixed(b, List.of(new Peer("a", 0.25f, a), new Peer("c", 0.25f, c)), 0.5f))
        .containsExactly(0.1875f, 0.8125f);
    assertThat(mixed(c, List.of(new Peer("b", 0.25f, b)), 0.5f)).containsExactly(0.4375f, 0.5625f);
  }

  @Test
  void mixesPublicCopiesAndMovesTheEstimate() {
    Estimate estimate = RULE.open(1, 2);
    estimate.inject(row(0, 1, 0));
    Block ownCopy = row(0, 0.5f, 0.25f);
    Block peerCopy = row(0, 0, 0.75f);
    estimate.mix(ownCopy, List.of(new Peer("b", 0.5f, peerCopy)), 1);
    assertThat(read(estimate, 0)).containsExactly(0.75f, 0.25f);
  }

  @Test
  void leavesTheSimplexWhereTheArithmeticDoes() {
    Estimate a = RULE.open(1, 2);
    Estimate b = RULE.open(1, 2);
    a.inject(row(0, 1, 0));
    b.inject(row(0, 0, 1));
    exchange(a, b);
    a.inject(row(0, 0, 1));
    assertThat(publish(a, 0)).containsExactly(-0.5f, 1.5f);
    assertThat(read(a, 0)).containsExactly(-0.5f, 1.5f);
  }

  @Test
  void oneEndOfAnEdgeGoesOnFromTheOppositeOfTheOther() {
    Estimate a = RULE.open(2, 2);
    Estimate b = RULE.open(2, 2);
    a.inject(row(0, 1, 0));
    b.inject(row(0, 0, 1));
    a.mix(row(0, 1, 0), List.of(new Peer("b", 0.25f, row(0, 0, 1))), 1);
    b.replaceFlow("a", row(1, 8, 8));
    Block flow = row(0, 9, 9);
    a.readFlow("b", flow);
    assertThat(flow.values()).as("f_ab").containsExactly(-0.25f, 0.25f);
    for (int k = 0; k < 2; k++) {
      flow.values()[k] = -flow.values()[k];
    }
    b.replaceFlow("a", flow);
    assertThat(read(b, 0)).containsExactly(0.25f, 0.75f);
    assertThat(read(a, 0)).containsExactly(0.75f, 0.25f);
    Block other = row(1, 9, 9);
    b.readFlow("a", other);
    assertThat(other.values()).as("a row that was not named").containsExactly(0, 0);
    b.readFlow("nobody", other);
    assertThat(other.values()).as("no edge").containsExactly(0, 0);
  }

  @Test
  void aRoundChangesItsRowsOnly() {
    Estimate estimate = RULE.open(3, 2);
    estimate.inject(row(2, 1, 0));
    estimate.inject(row(0, 0.25f, 0.75f));
    estimate.mix(row(2, 1, 0), List.of(new Peer("b", 0.5f, row(2, 0, 1))), 1);
    assertThat(read(estimate, 2)).containsExactly(0.5f, 0.5f);
    assertThat(publish(estimate, 0)).containsExactly(0.25f, 0.75f);
    assertThat(publish(estimate, 1)).containsExactly(0, 0);
    assertThat(estimate.read(0, new float[2], 0)).as("row 0 was injected only").isFalse();
    assertThat(estimate.read(1, new float[2], 0)).as("row 1 was never touched").isFalse();
  }

  @Test
  void saysWhichSizeItExpectedToRestore() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RULE.open(3, 2).save(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThatIOException()
        .isThrownBy(() -> RULE.open(2, 4).restore(in))
        .withMessage("the saved estimate has 3 rows of 2 classes, not 2 of 4");
  }

  /** Returns where the estimate of a device that injected {@code own} stands after mixing. */
  private static float[] mixed(Block own, List<Peer> peers, float gamma) {
    Estimate estimate = RULE.open(1, 2);
    estimate.inject(own);
    estimate.mix(own, peers, gamma);
    return read(estimate, 0);
  }

  private static void exchange(Estimate a, Estimate b) {
    Block fromA = row(0, publish(a, 0));
    Block fromB = row(0, publish(b, 0));
    a.mix(fromA, List.of(new Peer("b", 0.5f, fromB)), 1);
    b.mix(fromB, List.of(new Peer("a", 0.5f, fromA)), 1);
  }

  private static float[] publish(Estimate estimate, int id) {
    Block block = row(id, 0, 0);
    estimate.publish(block);
    return block.values();
  }

  private static float[] read(Estimate estimate, int id) {
    float[] values = new float[2];
    assertThat(estimate.read(id, values, 0)).as("row %d is readable", id).isTrue();
    return values;
  }

  private static Block row(int id, float... values) {
    Block block = new Block(1, 2);
    block.rows(1);
    block.ids()[0] = id;
    System.arraycopy(values, 0, block.values(), 0, 2);
    return block;
  }
}
