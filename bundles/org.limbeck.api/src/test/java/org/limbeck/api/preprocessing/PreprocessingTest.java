package org.limbeck.api.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.Shape;

class PreprocessingTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();
  private static final List<String> CLASSES = List.of("no", "yes");

  private final Preprocessing passengers =
      new Preprocessing(
          new Shape(1, 1, 4),
          List.of(
              new NumberColumn("age", 30, 10, OptionalDouble.of(28)),
              new CategoryColumn("sex", List.of("female", "male"), true),
              new DateColumn("boarded", 0, 86_400, NONE)),
          CLASSES);

  @Test
  void makesFeaturesOfCells() {
    assertThat(passengers.columnNames()).containsExactly("age", "sex", "boarded");
    assertThat(passengers.featureNames())
        .containsExactly("age", "sex=female", "sex=male", "boarded");
    assertThat(passengers.features(List.of("45", "male", "1970-01-03")))
        .containsExactly(1.5f, 0, 1, 2);
    assertThat(passengers.features(List.of("?", "NA", "1969-12-31")))
        .as("28 stands for the age, and the sex is of no category")
        .containsExactly(-0.2f, 0, 0, -1);
    assertThat(passengers.isNumeric()).isFalse();
  }

  @Test
  void saysWhichValueIsWrong() {
    assertRefused("value 1 (age): 'old' is no number", "old", "male", "1970-01-01");
    assertRefused("value 2 (sex): 'man' is none of [female, male]", "1", "man", "1970-01-01");
    assertRefused(
        "value 3 (boarded): '1970-02-30' is no date such as 2026-01-31 or 2026-01-31T12:00:00",
        "1",
        "male",
        "1970-02-30");
    assertRefused("a sample has 3 values, and this one has 1", "1");
  }

  @Test
  void dividesPixelsAsTheyAreDividedInTraining() {
    Preprocessing image =
        new Preprocessing(new Shape(1, 2, 1), List.of(new PixelColumns(2, 255)), CLASSES);
    assertThat(image.pixels()).contains(new PixelColumns(2, 255, false, false));
    assertThat(image.columnNames()).isEmpty();
    assertThat(image.features(List.of("7", "255"))).containsExactly(7 / 255f, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> image.features(List.of("7", "256")))
        .withMessage("value 2: '256': pixels go from 0 to 255");
  }

  /** Expected values are from Python's {@code datetime.timestamp}. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 1769817600",
    "2026-01-31T12:00, 1769860800",
    "2026-01-31 12:00:30, 1769860830",
    "2026-01-31T12:00:30Z, 1769860830",
    "2026-01-31 12:00:30+01:00, 1769857230",
    "2026-01-31T12:00:30.5-02:00, 1769868030.5",
    "1969-12-31T23:59:59, -1"
  })
  void datesAreSecondsSince1970(String text, double seconds) {
    assertThat(DateColumn.seconds(text)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "31.01.2026", "2026-1-3", "2026-01-31 noon", "1769817600"})
  void otherTextsAreNoDates(String text) {
    assertThat(DateColumn.seconds(text)).isNaN();
  }

  @Test
  void refusesWhatDoesNotAgree() {
    NumberColumn x = new NumberColumn("x", 0, 1, NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Preprocessing(new Shape(1, 1, 2), List.of(x), CLASSES))
        .withMessageContaining("1 features");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Preprocessing(new Shape(1, 1, 2), List.of(x, x), CLASSES))
        .withMessageContaining("distinct");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Preprocessing(
                    new Shape(1, 1, 2), List.of(x, new NumberColumn("", 0, 1, NONE)), CLASSES))
        .withMessageContaining("all or none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Preprocessing(new Shape(1, 1, 1), List.of(x), List.of("no")));
    assertThatIllegalArgumentException().isThrownBy(() -> new NumberColumn("x", 0, 0, NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NumberColumn("x", Double.NaN, 1, NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> new PixelColumns(0, 255));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CategoryColumn("x", List.of("a", "a"), false));
  }

  private void assertRefused(String message, String... sample) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> passengers.features(List.of(sample)))
        .withMessage(message);
  }
}
