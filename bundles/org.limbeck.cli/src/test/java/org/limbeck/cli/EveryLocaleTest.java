package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.terminal.ByteCount;
import org.limbeck.cli.terminal.ProgressText;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.yaml.YamlParser;
import org.limbeck.experiment.yaml.YamlText;
import org.limbeck.report.format.ReadableNumbers;

/** Whatever language a machine is set to, commands read and write the same. */
class EveryLocaleTest {
  private static final Locale OWN = Locale.getDefault();

  @TempDir private Path place;

  @AfterEach
  void setBack() {
    Locale.setDefault(OWN);
  }

  /** Those that differ in how they write numbers or change letters: some thirty of a thousand. */
  @Test
  void commandsWriteTheSame() throws IOException {
    Map<String, Locale> unlike = new TreeMap<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      unlike.putIfAbsent(String.format(locale, "%,d %.1f %tY %S", 1234567, -0.5, 0L, "i"), locale);
    }
    assertThat(unlike).hasSizeGreaterThan(10);
    Map<String, String> expected = outputs(Locale.ROOT);

    for (Locale locale : unlike.values()) {
      assertThat(outputs(locale)).as("%s", locale).isEqualTo(expected);
    }
  }

  @Test
  void numbersAreWrittenAndReadInTheSameWay() {
    List<Object> expected = numbers(Locale.ROOT);
    for (Locale locale : Locale.getAvailableLocales()) {
      assertThat(numbers(locale)).as("%s", locale).isEqualTo(expected);
    }
  }

  private static List<Object> numbers(Locale locale) {
    Locale.setDefault(locale);
    Object read =
        new YamlParser().parse("[1234567, 0.5, True, 1e-3]", new Origin("", 0, "")).value();
    return List.of(
        ByteCount.readable(1_234_567),
        ProgressText.timeLeft(1_000_000_000L, 1, 61),
        ReadableNumbers.seconds(12.5),
        YamlText.of(List.of(1234567L, 0.5, -3L)),
        read);
  }

  private Map<String, String> outputs(Locale locale) throws IOException {
    Locale.setDefault(locale);
    Map<String, String> outputs = new TreeMap<>();
    Path run = Files.createTempDirectory(place, "run").resolve("whole");
    for (String line :
        List.of(
            "--version",
            "help keys",
            "theory a.yaml",
            "theory a.yaml --json",
            "validate a.yaml",
            "plugins",
            "run a.yaml --out " + run,
            "report " + run,
            "rn")) {
      CommandSession session = new CommandSession();
      session.execute(line.split(" ", -1));
      outputs.put(
          line.replace(run.toString(), "RUN"),
          (session.out() + session.err()).replace(run.toString(), "RUN"));
    }
    outputs.put("metrics.csv", Files.readString(run.resolve("metrics.csv")));
    outputs.put("experiment.yaml", Files.readString(run.resolve("experiment.yaml")));
    return outputs;
  }
}
