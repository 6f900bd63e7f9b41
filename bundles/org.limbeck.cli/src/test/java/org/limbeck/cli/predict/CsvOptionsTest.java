package org.limbeck.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

class CsvOptionsTest {
  private static final Map<String, Object> OPTIONS =
      Map.of(
          "header", false,
          "separator", ";",
          "label", "3",
          "group", "2",
          "columns", List.of("1", "5"),
          "ignore", List.of("4"),
          "missing", "drop");

  @Test
  void areThoseOfThePlugins() {
    CsvOptions told = new CsvOptions(false, ";", "3", List.of("1", "5"), List.of("4", "2"), true);
    assertThat(options("csv", OPTIONS)).isEqualTo(told);
    assertThat(options("own-csv", OPTIONS)).isEqualTo(told);
    assertThat(options("third-party", OPTIONS)).isEqualTo(CsvOptions.NONE);
    assertThat(options("csv", Map.of())).isEqualTo(CsvOptions.NONE);
  }

  @Test
  void featuresAreAllColumnsButTheOthers() {
    CsvOptions options = new CsvOptions(false, "", "3", List.of(), List.of("1", "7"), false);
    assertThat(options.numbered(5)).containsExactly(1, 3, 4);
    assertThat(options.numberedLabel()).isEqualTo(2);
  }

  private static CsvOptions options(String plugin, Map<String, Object> options) {
    return CsvOptions.of(
        new PluginChoice(PluginKind.DATA, plugin, options, new Origin("small.yaml", 1, "data")));
  }
}
