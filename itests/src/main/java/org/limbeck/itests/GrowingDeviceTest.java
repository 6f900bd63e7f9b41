package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.ChangeRefused;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Placement;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.experiment.DeviceSetup;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** A device on its own, without neighbours, whose private data change while it learns. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class GrowingDeviceTest {
  private static final String DEVICE =
      """
      device: kitchen
      network: house
      transport: in-process
      data: {name: own-csv, path: rows, like: public.csv, label: kind, classes: [0, 1]}
      reference: {name: csv, file: public.csv, rows: 20}
      architecture: softmax
      batch: 5
      evaluateEvery: 1
      checkpointEvery: 50
      privacy: {noise: 30}
      """;

  @InjectBundleContext BundleContext context;
  @InjectService Engine engine;
  @TempDir Path folder;
  private Path rows;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("device.yaml"), DEVICE);
    Files.write(
        folder.resolve("public.csv"),
        Stream.concat(Stream.of("x,y"), IntStream.range(0, 20).mapToObj(i -> i % 7 + "," + i % 3))
            .toList());
    rows = Files.createDirectory(folder.resolve("rows"));
    Files.writeString(rows.resolve("a.csv"), "x,y,kind\n");
    append("a.csv", 20);
  }

  @Test
  void learnsFromWhatComesAndPassesOverWhatIsBroken() throws Exception {
    try (Life life = new Life(List.of())) {
      life.then(RoundCompleted.class::isInstance, () -> append("a.csv", 20));
      life.then(Rewired.class::isInstance, () -> append("b.csv", 1));
      life.then(
          ChangeRefused.class::isInstance,
          () -> {
            Files.writeString(rows.resolve("b.csv"), "x,y,kind\n");
            append("b.csv", 10);
          });
      life.then(Rewired.class::isInstance, () -> Files.delete(rows.resolve("a.csv")));
      life.live();

      assertThat(life.of(Rewired.class))
          .allSatisfy(
              rewired -> assertThat(rewired.by()).isEqualTo("what has come to the private data"))
          .flatExtracting(Rewired::changes)
          .extracting(change -> change.kind() + ": " + change.from() + " -> " + change.to())
          .containsExactly(
              "data: 20 rows -> 40 rows", "data: 40 rows -> 50 rows", "data: 50 rows -> 10 rows");
      assertThat(life.of(Rewired.class))
          .extracting(rewired -> rewired.devices().get(0).privateRows())
          .containsExactly(40, 50, 10);
      assertThat(life.of(ChangeRefused.class))
          .singleElement()
          .satisfies(
              refused ->
                  assertThat(refused.reason())
                      .startsWith(folder.resolve("device.yaml") + ":4: data: own-csv: ")
                      .contains(rows.resolve("b.csv") + ": "));
      assertThat(life.rounds())
          .isEqualTo(IntStream.range(0, life.rounds().size()).mapToObj(Long::valueOf).toList());
      assertThat(life.epsilons())
          .as("with more rows each round costs less, and never nothing")
          .isSorted();
    }
    LeasedServices.requireNone(context);
  }

  @Test
  void countsWhatItsFormerLivesHaveRevealed() throws Exception {
    double spent;
    try (Life life = new Life(List.of("rounds=70"))) {
      life.live();
      spent = life.lastEpsilon();
    }
    append("a.csv", 60);
    try (Life life = new Life(List.of("rounds=71"))) {
      life.live();
      assertThat(life.rounds()).containsExactly(70L);
      assertThat(life.lastEpsilon()).isBetween(spent, 1.02 * spent);
    }
  }

  /** Those after the last checkpoint may have been let out, and are done again otherwise. */
  @Test
  void countsRoundsThatWereLost() throws Exception {
    double atRound60;
    try (Life life = new Life(List.of("rounds=70"))) {
      life.then(
          event -> event instanceof RoundCompleted completed && completed.round() == 59,
          () -> copyCheckpoints("checkpoints", "killed"));
      life.live();
      atRound60 = life.epsilons().get(60);
    }
    copyCheckpoints("killed", "checkpoints");
    try (Life life = new Life(List.of("rounds=60"))) {
      life.live();
      assertThat(life.rounds()).containsExactly(50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59L);
      assertThat(life.lastEpsilon()).isGreaterThan(1.2 * atRound60);
    }
  }

  private void append(String file, int count) throws IOException {
    Files.write(
        rows.resolve(file),
        IntStream.range(0, count).mapToObj(i -> i % 7 + "," + i % 3 + "," + i % 2).toList(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void copyCheckpoints(String from, String to) throws IOException {
    Path target = folder.resolve(to);
    if (Files.exists(target)) {
      try (Stream<Path> old = Files.list(target)) {
        for (Path file : old.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(folder.resolve(from))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  /** Something to do. */
  @FunctionalInterface
  private interface Action {
    void run() throws IOException;
  }

  private record Step(Predicate<RunEvent> event, Action action) {}

  /** A life of the device, in which one thing is done after the other. */
  private final class Life implements RunObserver, AutoCloseable {
    private final Run run;
    private final boolean endless;
    private final List<RunEvent> events = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    Life(List<String> settings) {
      DeviceSetup setup = engine.readDevice(folder.resolve("device.yaml"), settings);
      Path checkpoints = folder.resolve("checkpoints");
      RunSettings alone =
          RunSettings.of(1)
              .withCheckpoints(checkpoints)
              .withPlacement(new Placement.Standalone(setup.neighbours()));
      endless = settings.isEmpty();
      run =
          Files.exists(checkpoints)
              ? engine.resume(setup.experiment(), alone)
              : engine.open(setup.experiment(), alone);
    }

    void then(Predicate<RunEvent> event, Action action) {
      steps.add(new Step(event, action));
    }

    /** Lives until all has been done, and one change more was made; or until all rounds are. */
    void live() throws InterruptedException {
      if (endless) {
        then(Rewired.class::isInstance, run.control()::end);
      }
      run.execute(List.of(this));
      assertThat(steps).isEmpty();
    }

    @Override
    public void on(RunEvent event) {
      events.add(event);
      if (!steps.isEmpty() && steps.get(0).event().test(event)) {
        try {
          steps.remove(0).action().run();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    <T extends RunEvent> List<T> of(Class<T> type) {
      return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Long> rounds() {
      return of(RoundCompleted.class).stream().map(RoundCompleted::round).toList();
    }

    List<Double> epsilons() {
      return of(RoundEvaluated.class).stream()
          .map(evaluated -> evaluated.devices().get(0).privacy().epsilon())
          .toList();
    }

    double lastEpsilon() {
      List<Double> all = epsilons();
      return all.get(all.size() - 1);
    }

    @Override
    public void close() {
      run.close();
    }
  }
}
