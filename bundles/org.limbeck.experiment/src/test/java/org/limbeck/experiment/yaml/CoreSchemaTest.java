package org.limbeck.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/** The core schema of YAML 1.2.2: the examples of its section 10.3.2, and what is near them. */
class CoreSchemaTest {
  @ParameterizedTest
  @ValueSource(strings = {"null", "Null", "NULL", "~", ""})
  void nothing(String text) {
    assertThat(value(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "True, true", "TRUE, true", "false, false", "FALSE, false"})
  void booleans(String text, boolean value) {
    assertThat(value(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0o7, 7", "0x3A, 58", "-19, -19", "+12, 12", "007, 7"})
  void wholeNumbers(String text, long value) {
    assertThat(value(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0., 0",
    "-0.0, -0.0",
    ".5, 0.5",
    "+12e03, 12000",
    "-2E+05, -200000",
    ".1, 0.1",
    "+0.1, 0.1",
    ".inf, Infinity",
    "-.Inf, -Infinity",
    "+.INF, Infinity",
    ".NAN, NaN"
  })
  void numbers(String text, double value) {
    assertThat(value(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "on",
        "tRUE",
        "1_000",
        "0b1",
        "1e",
        "0o8",
        "1.2.3",
        "2024-01-31",
        "12:30",
        "inf",
        ".",
        "e3",
        "--1",
        "1D",
        "'true'",
        "\"1\"",
        "0x",
        "nan",
        "-.nan",
        "٣"
      })
  void texts(String text) {
    assertThat(value(text)).isEqualTo(text.replaceAll("['\"]", ""));
  }

  @Test
  void valuesKnowHowTheyWereWritten() {
    YamlNode.Sequence names = (YamlNode.Sequence) parse("[True, 1.0, 007, .5, 'No', 0x1F]");
    assertThat(names.items())
        .extracting(item -> ((YamlNode.Scalar) item).text())
        .containsExactly("True", "1.0", "007", ".5", "No", "0x1F");
  }

  @Test
  void wholeNumbersHave64Bits() {
    assertThat(value("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThatThrownBy(() -> value("9223372036854775808"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("9223372036854775808 is no number that fits here");
  }

  @Test
  void textsThatLookLikeSomethingElseAreQuoted() {
    List<Object> values =
        List.of("True", "~", ".5", "+1", "0x1F", "007", "null", "yes", 1L, 0.5, true);
    assertThat(value(YamlText.of(values))).isEqualTo(values);
    assertThat(value(YamlText.of(Map.of("+1", "FALSE")))).isEqualTo(Map.of("+1", "FALSE"));
  }

  private static Object value(String text) {
    return parse(text).value();
  }

  private static YamlNode parse(String text) {
    return new YamlParser().parse(text, new Origin("test.yaml", 0, ""));
  }
}
