package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.FakeClock;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** Processes whose wall clock is wrong or jumps do what they should. */
class ClockIT {
  private static final double TAUGHT = 0.6;
  private static final long MANY_ROUNDS = 1500;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  private final ObjectMapper mapper = new ObjectMapper();
  @TempDir private Path folder;
  private Shell shell;
  private FakeClock clock;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder, BROKER.distribution(), SplitRun.EXPERIMENT).quick();
    clock = new FakeClock(folder.resolve("clock"));
  }

  @Test
  void partsInStepDoTheSameWhateverTheClockOfOneSays() throws Exception {
    SplitRun split = new SplitRun(shell, BROKER.url(), List.of("0-2", "3-4"));
    SplitRun wrong = new SplitRun(clock.over(shell), BROKER.url());
    String[] settings = {"--set=baseline=none", "--set=rounds=1200"};
    clock.set("-365d");
    Shell.Running one = split.startPart("0-2", BROKER.url(), settings);
    Shell.Running other = wrong.startPart("3-4", BROKER.url(), settings);
    RunProgress progress = new RunProgress(split.folder("3-4"));
    other.await(() -> RunProgress.round(progress.together()) >= 40);
    clock.set("+1d");
    other.await(() -> RunProgress.round(progress.together()) >= 600);
    clock.set("-365d");
    SplitRun.finish(List.of(one, other));

    JsonNode summary = mapper.readTree(split.folder("3-4").resolve("summary.json").toFile());
    assertThat(Instant.parse(summary.get("timing").get("startedAt").asText()))
        .isBefore(Instant.now().minus(Duration.ofDays(300)));
    JoinedOutcome.assertSame(split, split.whole(settings));
  }

  /**
   * The bedroom knows a life of the kitchen that began later than the one that has something to
   * teach: without its folder, and by its clock, the kitchen cannot know of that.
   */
  @Test
  void aDeviceIsHeardAlsoIfItsClockHasGoneBack() throws Exception {
    writeRows();
    Shell.Running bedroom = device(shell, "bedroom", "noise.csv");
    Shell.Running kitchen = device(shell, "kitchen", "noise.csv");
    bedroom.await(() -> status("bedroom").path("bytesReceived").longValue() > 0);
    kitchen.kill();
    Files.move(shell.folder().resolve("kitchen"), shell.folder().resolve("lost"));
    assertThat(accuracy("bedroom")).isLessThan(TAUGHT);
    clock.set("-365d");

    Shell.Running again = device(clock.over(shell), "kitchen", "rows.csv");
    again.awaitErr("bedroom is there");
    long before = status("bedroom").get("round").longValue();
    bedroom.await(
        () ->
            accuracy("bedroom") > TAUGHT
                || status("bedroom").path("round").longValue() > before + MANY_ROUNDS);

    assertThat(accuracy("bedroom")).isGreaterThan(TAUGHT);
    assertThat(updated()).isBefore(Instant.now().minus(Duration.ofDays(300)));
    clock.set("+1d");
    again.await(() -> updated().isAfter(Instant.now().plus(Duration.ofHours(20))));
    clock.set("-365d");
    again.await(() -> updated().isBefore(Instant.now()));
    assertThat(status("kitchen").get("neighbours").get(0).asText()).isEqualTo("bedroom");
    again.kill();
    bedroom.kill();
  }

  private Shell.Running device(Shell shell, String name, String rows) throws IOException {
    String csv = "name: csv, label: class, testFile: test.csv, scale: none";
    Files.write(
        shell.folder().resolve(name + ".yaml"),
        List.of(
            "device: " + name,
            "network: clocks",
            "broker: " + BROKER.url(),
            "data: {" + csv + ", file: " + rows + "}",
            "reference: {" + csv + ", file: rows.csv, rows: 20}",
            "architecture: softmax",
            "algorithm: {name: distributed-distillation, regularization: 10, referenceBatch: 20}",
            "evaluateEvery: 10",
            "pause: 10",
            "folder: " + name));
    return shell.start("device", name + ".yaml");
  }

  /** Four classes, a quadrant each; labels that say so, and such that are drawn. */
  private void writeRows() throws IOException {
    Random random = new Random(1);
    List<String> rows = new ArrayList<>(List.of("x,y,class"));
    List<String> noise = new ArrayList<>(rows);
    for (int i = 0; i < 200; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      rows.add(x + "," + y + "," + ((x < 0 ? 0 : 1) + (y < 0 ? 0 : 2)));
      noise.add(x + "," + y + "," + random.nextInt(4));
    }
    Files.write(shell.folder().resolve("rows.csv"), rows);
    Files.write(shell.folder().resolve("test.csv"), rows);
    Files.write(shell.folder().resolve("noise.csv"), noise);
  }

  private Instant updated() throws IOException {
    return Instant.parse(status("kitchen").get("updated").asText());
  }

  private double accuracy(String device) throws IOException {
    return status(device).path("testAccuracy").doubleValue();
  }

  private JsonNode status(String device) throws IOException {
    Path file = shell.folder().resolve(device).resolve("status.json");
    return Files.exists(file) ? mapper.readTree(file.toFile()) : mapper.createObjectNode();
  }
}
