package org.example.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.testkit.WeightingContract;
import org.limbeck.testkit.fixture.CloudReference;
import org.limbeck.testkit.fixture.CloudRows;

class CertaintyTest extends WeightingContract {
  private static final Shape SHAPE = new Shape(1, 1, 4);

  @Override
  protected Weighting weighting() {
    return new Certainty(0.2f);
  }

  @Test
  void weightsGoFromTheLeastToOneMore() {
    assertThat(weight(0.5f)).isCloseTo(0.2, within(1e-5));
    assertThat(weight(1)).isCloseTo(1.2, within(1e-5));
    assertThat(weight(0.9f)).isBetween(0.2, 1.2);
  }

  private double weight(float first) {
    Block row = new Block(1, 2);
    row.rows(1);
    row.values()[0] = first;
    row.values()[1] = 1 - first;
    weighting()
        .open(new CloudRows(SHAPE, 2, 4, 1), new CloudReference(SHAPE, 2, 4), 2)
        .weigh(row, null);
    return row.values()[0] + row.values()[1];
  }
}
