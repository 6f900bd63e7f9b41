package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Shell;

/** Machines are set to all sorts of languages and character sets. */
class LocalesIT {
  private static final String JAVA = "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** Names are made by the shell: this test may itself run where Java knows ASCII only. */
  private static final String SCRIPT =
      """
      set -eu
      cp -a "$DISTRIBUTION" 'Größe 実験'
      limbeck="$PWD/Größe 実験/bin/limbeck"
      mkdir 'café ŋ'
      cd 'café ŋ'
      sed 's/^name: .*/name: Größe-प्रयोग/' ../small.yaml > 実験.yaml
      "$limbeck" run 実験.yaml --quiet > ../out.txt
      ls -d runs/*/device-1 > ../made.txt
      """;

  @TempDir private static Path place;
  private static Path distribution;

  @TempDir private Path folder;

  @BeforeAll
  static void makeADistribution() throws IOException {
    distribution = DistributionCopy.small(place.resolve("limbeck"));
  }

  /** As on machines that have these locales: Java takes its language from them. */
  @ParameterizedTest
  @CsvSource({"ar, EG", "my, MM", "tr, TR"})
  void runsInEveryLanguage(String language, String country) throws Exception {
    Shell shell = new Shell(folder, distribution).quick();
    String options = JAVA + " -Duser.language=" + language + " -Duser.country=" + country;

    Shell.Result result =
        shell.with("LIMBECK_JAVA_OPTS", options).run("run", "small.yaml", "--out", "run");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).matches("[\\p{ASCII}]+").contains("device-1");
    assertThat(Files.readString(shell.folder().resolve("run/metrics.csv")))
        .matches("[\\p{ASCII}]+");
  }

  /** Also in locales that are not installed, which are as C then. */
  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "xx_XX.ISO-8859-1"})
  void namesHaveAllLettersWhereTheLocaleIsAscii(String locale) throws Exception {
    Path script = Files.writeString(folder.resolve("script.sh"), SCRIPT);
    Shell shell =
        new Shell(folder, distribution)
            .quick()
            .with("LC_ALL", locale)
            .with("DISTRIBUTION", distribution.toString());

    Shell.Result result = shell.under(List.of("sh", script.toString())).run();

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(shell.folder().resolve("out.txt")))
        .contains("run folder: runs/Größe-प्रयोग-");
    assertThat(Files.readString(shell.folder().resolve("made.txt")))
        .matches("runs/Größe-प्रयोग-\\d{8}-\\d{6}/device-1\n");
  }
}
