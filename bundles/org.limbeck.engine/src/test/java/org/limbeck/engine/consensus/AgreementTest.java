package org.limbeck.engine.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final float[] ZERO = {1, 0, 1, 0};
  private static final float[] ONE = {0, 1, 1, 0};

  @Test
  void distancesAreThoseToTheMeanOverTheRows() {
    Agreement agreement = new Agreement(List.of(ZERO, ONE), 2);
    assertThat(agreement.disagreement(ZERO)).isEqualTo(0.25);
    assertThat(agreement.disagreement(new float[] {0.5f, 0.5f, 0, 0})).isEqualTo(0.5);
  }

  @Test
  void rowsThatWereNotExchangedDoNotCount() {
    Agreement agreement = new Agreement(List.of(ZERO, ONE), 2);
    assertThat(agreement.trackingError(AgreementTest::onlyRowOne)).isEqualTo(4);
    assertThat(agreement.trackingError((row, into, offset) -> false)).isNaN();
  }

  @Test
  void decisionsAreOfOneSize() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Agreement(List.of(), 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Agreement(List.of(ZERO, new float[2]), 2))
        .withMessage("decisions have 2 values where others have 4");
    Agreement agreement = new Agreement(List.of(ZERO), 2);
    assertThatIllegalArgumentException().isThrownBy(() -> agreement.disagreement(new float[6]));
  }

  private static boolean onlyRowOne(int row, float[] into, int offset) {
    into[offset] = 1;
    into[offset + 1] = -2;
    return row == 1;
  }
}
