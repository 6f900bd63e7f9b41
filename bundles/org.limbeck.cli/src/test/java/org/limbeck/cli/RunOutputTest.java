package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;

class RunOutputTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path folder;

  @Test
  void comparesWithNothingWithoutBaseline() {
    session.engine.experiment = Experiments.small(Optional.empty());

    assertThat(session.run("--out", folder.resolve("a").toString())).isEqualTo(ExitCode.DONE);

    assertThat(session.engine.opened).hasSize(1);
    assertThat(session.out())
        .contains(
            "device    architecture  accuracy    sent", "mean                      90.0 %  6.0 kB")
        .doesNotContain("together");
  }

  @Test
  void callsAnotherBaselineByItsName() {
    session.engine.experiment = Experiments.small(Optional.of("fedavg"));

    session.run("--out", folder.resolve("a").toString());

    assertThat(session.out()).contains("  fedavg  together  ").doesNotContain("alone");
    assertThat(session.err()).contains("fedavg: round 0/6");
  }

  @Test
  void showsALinePerEvaluationWithoutATerminal() {
    session.run("--out", folder.resolve("a").toString());

    assertThat(session.err())
        .isEqualToNormalizingNewlines(
            """
            alone: round 0/6  accuracy 0.10
            alone: round 6/6  accuracy 0.50
            round 0/6  accuracy 0.10
            round 3/6  accuracy 0.80
            round 6/6  accuracy 0.90
            """);
  }

  @Test
  void showsABarOnATerminal() {
    session.interactive();

    session.run("--out", folder.resolve("a").toString());

    assertThat(session.err())
        .contains("\ralone: [##############################] round 6/6  accuracy 0.50")
        .contains("\r[###############...............] round 3/6  accuracy 0.80")
        .endsWith("\r[##############################] round 6/6  accuracy 0.90\033[K\n");
  }

  @Test
  void isQuietWhenAsked() {
    session.interactive();

    session.run("--quiet", "--out", folder.resolve("a").toString());

    assertThat(session.err()).isEmpty();
    assertThat(session.out()).contains("device-1");
  }

  @Test
  void warnsOfWhatIsHardlyMeant() {
    session.engine.concerns = List.of("aggregation trimmed-mean: 8 devices have too few");

    session.run("--out", folder.resolve("a").toString());

    assertThat(session.err()).startsWith("warning: aggregation trimmed-mean: 8 devices");
  }

  @Test
  void writesOnlyTheSummaryAsJson() throws IOException {
    Path out = folder.resolve("a");

    assertThat(session.run("--json", "--out", out.toString())).isEqualTo(ExitCode.DONE);

    JsonNode summary = new ObjectMapper().readTree(session.out());
    assertThat(summary.get("experiment").textValue()).isEqualTo("small");
    assertThat(summary.get("meanTestAccuracy").doubleValue()).isEqualTo(0.9);
    assertThat(session.out()).isEqualTo(Files.readString(out.resolve("summary.json")));
    assertThat(session.err()).contains("run folder: " + out);
  }

  @Test
  void isQuietAboutTheFolderOfAJsonRunToo() {
    session.run("--json", "--quiet", "--out", folder.resolve("a").toString());

    assertThat(session.err()).isEmpty();
  }
}
