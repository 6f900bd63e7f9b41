package org.limbeck.datasets.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.Shape;
import org.limbeck.api.referencedata.ReferenceDataset;

class ReferenceDigitsTest {

  @Test
  void areImages() {
    assertThat(new ReferenceDigits(600).shape()).isEqualTo(new Shape(8, 8, 1));
  }

  @Test
  void areTheSameForEverAsTheirDigestSays() {
    assertThat(digest(600))
        .isEqualTo("0ce4847f7d925eb2363497fc5bc4f61245e6e29c6f3fec272ef7a52842878453");
    assertThat(digest(1))
        .isEqualTo("1c4360007e582e8f4c1b3e162a14f0f188459f7d6cc8185ed7f76120fd0a9f22");
  }

  @Test
  void fewerOfThemAreTheFirstOfAll() {
    ReferenceDigits some = new ReferenceDigits(25);
    assertThat(some.rows()).isEqualTo(25);
    assertThat(Pixels.of(some)).isEqualTo(Pixels.of(new ReferenceDigits(600)).subList(0, 25));
  }

  @Test
  void offerNothingThatTheReferenceDatasetDoesNot() {
    Class<ReferenceDigits> type = ReferenceDigits.class;
    assertThat(type.getSuperclass()).isEqualTo(Object.class);
    assertThat(type.getInterfaces()).containsExactly(ReferenceDataset.class);
    assertThat(type.getFields()).isEmpty();
    assertThat(Arrays.stream(type.getMethods()).filter(m -> m.getDeclaringClass() == type))
        .extracting(Method::getName)
        .containsExactlyInAnyOrder("shape", "rows", "read");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 601, 1200})
  void areOneToSixHundred(int rows) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReferenceDigits(rows))
        .withMessage("there are 1 to 600 reference digits, not " + rows);
  }

  private static String digest(int rows) {
    return HexFormat.of().formatHex(new ReferenceDigits(rows).digest());
  }
}
