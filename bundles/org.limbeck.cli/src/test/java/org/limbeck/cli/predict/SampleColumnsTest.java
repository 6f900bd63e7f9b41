package org.limbeck.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleColumnsTest {

  @Test
  void theFileOfTheExperimentIsFoundByItsNumbers() {
    CsvOptions options = new CsvOptions(false, "", "4", List.of(), List.of("1"), false);
    SampleLayout layout = layout(options, List.of("u8", "1.5", "2", "busy"));
    assertThat(layout.hasHeader()).isFalse();
    assertThat(layout.places().orElseThrow()).containsExactly(1, 2);
    assertThat(layout.label()).isEqualTo(3);
    assertThat(layout.leftAside()).containsExactly("column 1");
  }

  @Test
  void featuresMayBeChosenByNumber() {
    CsvOptions options = new CsvOptions(false, "", "1", List.of("4", "2"), List.of(), false);
    SampleLayout layout = layout(options, List.of("busy", "1", "2", "3"));
    assertThat(layout.places().orElseThrow()).containsExactly(3, 1);
    assertThat(layout.leftAside()).containsExactly("column 3");
    assertThat(layout(options, List.of("1", "2")).places()).isEmpty();
  }

  @Test
  void linesOfValuesAloneAreTakenInOrder() {
    CsvOptions options = new CsvOptions(false, "", "1", List.of(), List.of(), false);
    assertThat(layout(options, List.of("1.5", "2"))).isEqualTo(SampleLayout.inOrder(false, 0));
    assertThat(layout(options, List.of("1", "2", "3", "4")))
        .isEqualTo(SampleLayout.inOrder(false, 0));
    assertThat(layout(CsvOptions.NONE, List.of("1", "2", "3")))
        .isEqualTo(SampleLayout.inOrder(false, 0));
  }

  @Test
  void aLabelIsFoundByNameBeforeItsNumber() {
    assertThat(label("kind", "kind", "x", "y")).isZero();
    assertThat(label("3", "x", "y", "kind")).isEqualTo(2);
    assertThat(label("3", "3", "x", "y")).isZero();
    assertThat(label("3", "kind", "x", "y")).as("the third is a value").isEqualTo(-1);
    assertThat(label("4", "x", "y", "kind")).isEqualTo(-1);
    assertThat(label("kind", "x", "y", "id")).isEqualTo(-1);
    assertThat(label("", "x", "y", "")).isEqualTo(-1);
  }

  private static int label(String label, String... first) {
    CsvOptions options = new CsvOptions(true, "", label, List.of(), List.of(), false);
    return new SampleColumns(List.of("x", "y"), 2, true, options).layout(List.of(first)).label();
  }

  private static SampleLayout layout(CsvOptions options, List<String> first) {
    return new SampleColumns(List.of(), 2, true, options).layout(first);
  }
}
