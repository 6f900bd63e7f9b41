package org.limbeck.architectures.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.limbeck.architectures.classic.ClusterLessons.RHO;
import static org.limbeck.architectures.classic.ClusterLessons.aimed;
import static org.limbeck.architectures.classic.ClusterLessons.labelled;
import static org.limbeck.architectures.classic.ClusterLessons.rows;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

class NearestNeighboursModelTest {
  private static final float SMOOTHING = 0.1f;
  private static final Offset<Float> ROUNDING = within(1e-6f);

  private final Losses losses = new Losses();

  @Test
  void knowsNothingAtFirst() {
    assertThat(predict(model(3), rows(0, 1, 5))).containsExactly(0.5f, 0.5f);
  }

  @Test
  void neighboursVoteByTheirDistance() {
    Model model = model(2);
    step(model, rows(0, 1, 0, 2, 4), 0, 1, 1);
    float[] votes = {1 - 1 / 9f, 1 - 1 / 9f};
    assertThat(predict(model, rows(9, 1, 1))).containsExactly(smooth(votes), ROUNDING);
    votes = new float[] {1 - 0.25f / 12.25f, 1 - 2.25f / 12.25f};
    assertThat(predict(model, rows(9, 1, 0.5f))).containsExactly(smooth(votes), ROUNDING);
  }

  @Test
  void rowsThatAreAllEquallyFarAwayVoteAlike() {
    Model model = model(2);
    step(model, rows(0, 1, 3, 3, 3, 3), 0, 1, 1, 1);
    assertThat(predict(model, rows(9, 1, 3))).containsExactly(0.5f, 0.5f);
    assertThat(predict(model, rows(9, 1, 7))).containsExactly(0.5f, 0.5f);
  }

  @Test
  void aStoredRowHasNoVoteOnItself() {
    Model model = model(1);
    model.step(aimed(rows(7, 1, 0, 1, 3), rows(7, 2, 1, 0, 0, 1, 0.5f, 0.5f), RHO), 1, losses);
    assertThat(predict(model, rows(7, 1, 0))).containsExactly(smooth(0, 1), ROUNDING);
    assertThat(predict(model, rows(8, 1, 0)))
        .as("another row that looks the same")
        .containsExactly(smooth(1, 0), ROUNDING);
  }

  @Test
  void aPrivateRowVotesOnAReferenceRowThatLooksTheSame() {
    Model model = model(1);
    step(model, rows(7, 1, 5, 9), 1, 0);
    model.step(aimed(rows(7, 1, 5), rows(7, 2, 1, 0), RHO), 1, losses);
    assertThat(predict(model, rows(7, 1, 5))).containsExactly(smooth(0, 1), ROUNDING);
  }

  @Test
  void theNewestTargetCounts() {
    Model model = model(1);
    model.step(aimed(rows(7, 1, 0), rows(7, 2, 1, 0), RHO), 1, losses);
    model.step(aimed(rows(7, 1, 0), rows(7, 2, 0.25f, 0.75f), RHO), 1, losses);
    model.step(aimed(rows(7, 1, 0), rows(7, 2, 1, 0), 0), 1, losses);
    assertThat(predict(model, rows(9, 1, 0))).containsExactly(smooth(0.25f, 0.75f), ROUNDING);
  }

  @Test
  void otherFeaturesUnderAKnownIdTakeThePlaceOfTheRow() {
    Model model = model(1);
    step(model, rows(0, 1, 0, 10), 0, 1);
    step(model, rows(0, 1, 20), 0);
    assertThat(predict(model, rows(9, 1, 0))).containsExactly(smooth(0, 1), ROUNDING);
    assertThat(predict(model, rows(9, 1, 21))).containsExactly(smooth(1, 0), ROUNDING);
  }

  @Test
  void referenceRowsCountAsInTheObjective() {
    assertThat(shareOfReferenceRow(0.5f)).isCloseTo(0.5f * 1 / 2, ROUNDING);
    assertThat(shareOfReferenceRow(10)).as("never more than a private row").isEqualTo(1);
  }

  /** Returns how much of two reference rows counts, of what one private row counts. */
  private float shareOfReferenceRow(float regularization) {
    Model model = model(2);
    step(model, rows(0, 1, 1), 0);
    Block targets = rows(0, 2, 0, 1, 0, 1);
    model.step(aimed(rows(0, 1, -1, 99), targets, regularization), 1, losses);
    float[] decisions = predict(model, rows(9, 1, 0));
    return (decisions[1] - SMOOTHING / 2) / (decisions[0] - SMOOTHING / 2);
  }

  private static Model model(int neighbours) {
    return new NearestNeighbours(neighbours, SMOOTHING)
        .create(new Shape(1, 1, 1), 2, new SplittableRandom(1));
  }

  private void step(Model model, Block rows, int... labels) {
    model.step(labelled(rows, 2, labels), 1, losses);
  }

  private static float[] predict(Model model, Block rows) {
    Block decisions = new Block(rows.rows(), 2);
    model.predict(rows, decisions);
    return decisions.values();
  }

  private static float[] smooth(float... votes) {
    float sum = votes[0] + votes[1];
    return new float[] {
      (1 - SMOOTHING) * votes[0] / sum + SMOOTHING / 2,
      (1 - SMOOTHING) * votes[1] / sum + SMOOTHING / 2
    };
  }
}
