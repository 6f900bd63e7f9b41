package org.limbeck.health.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.health.CheckOutcome;
import org.limbeck.health.CheckOutcome.Level;
import picocli.CommandLine;

class HealthCommandTest {
  private final List<CheckOutcome> outcomes = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path run;

  @Test
  void exitCodeTellsTheWorst() {
    outcomes.add(new CheckOutcome("engine", Level.OK, List.of("experiments can run")));
    assertThat(execute()).isZero();
    outcomes.add(new CheckOutcome("disk", Level.WARNING, List.of("it is small")));
    assertThat(execute()).isEqualTo(3);
    outcomes.add(new CheckOutcome("zeta", Level.CRITICAL, List.of("gone", "altogether")));
    assertThat(execute()).isEqualTo(4);
    assertThat(out.toString().lines())
        .endsWith(
            "ok        engine: experiments can run",
            "warning   disk: it is small",
            "critical  zeta: gone",
            "critical  zeta: altogether");
  }

  @Test
  void writesJson() throws IOException {
    outcomes.add(new CheckOutcome("disk", Level.WARNING, List.of("it is small")));

    assertThat(execute("--json")).isEqualTo(3);

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("level").textValue()).isEqualTo("warning");
    assertThat(json.get("checks").get(0).get("messages").get(0).textValue())
        .isEqualTo("it is small");
  }

  @Test
  void looksAtARun() throws IOException {
    assertThat(execute(run.toString())).isEqualTo(3);

    Path metrics = Files.createFile(run.resolve("metrics.csv"));
    assertThat(execute(run.toString())).isZero();

    Files.setLastModifiedTime(metrics, FileTime.from(Instant.now().minusSeconds(1_000)));
    assertThat(execute(run.toString())).isEqualTo(4);
    assertThat(out.toString()).contains("metrics.csv was written 100", "stalls");
    assertThat(execute(run.toString(), "--patience", "2000")).isZero();

    Path checkpoint = Files.createDirectory(run.resolve("checkpoints")).resolve("round-1");
    Files.createFile(checkpoint);
    assertThat(execute(run.toString())).isZero();
    Files.setLastModifiedTime(checkpoint, FileTime.from(Instant.now().minusSeconds(500)));
    assertThat(execute(run.toString())).isEqualTo(4);

    Files.createFile(run.resolve("summary.json"));
    assertThat(execute(run.toString())).isZero();
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThat(execute(run.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("there is no folder");
  }

  private int execute(String... arguments) {
    return new CommandLine(new HealthCommand(() -> outcomes))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
