package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of figures in the documentation are those that are declared. */
class DocumentedFiguresTest {
  private static final Path DOCUMENT = Path.of("../../docs/writing-experiments.md");

  @Test
  void columnsOfMetrics() throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains("\n" + FigureTable.ofMetrics() + "\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Summary.class,
        DeviceSummary.class,
        DepartedDevice.class,
        SwapRecord.class,
        Timing.class
      })
  void keysOfTheSummary(Class<? extends Record> type) throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains("\n" + FigureTable.ofKeys(type) + "\n");
  }
}
