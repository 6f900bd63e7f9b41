package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Observers that an experiment chooses, in runs that are whole, cut short and resumed. */
@Timeout(60)
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class ChosenObserversTest {
  private static final String OBSERVED = Experiments.STEERED + "observers: tensorboard\n";
  private static final String FILE = "events.out.tfevents.limbeck";

  @InjectBundleContext BundleContext context;
  @InjectService ConfigurationAdmin configurations;
  @InjectService Engine engine;
  @TempDir Path folder;

  @Test
  void aRunThatIsCutShortAndResumedWritesAsMuchAsAWholeOne() throws Exception {
    Path whole = execute("whole", 0);
    assertThat(Files.size(whole)).isGreaterThan(5 * 100);
    for (long cut : new long[] {5, 7}) {
      assertThat(Files.size(execute("cut-" + cut, cut))).isEqualTo(Files.size(whole));
    }
    assertThat(configurations.listConfigurations("(limbeck.instance=*)")).isNull();
    LeasedServices.requireNone(context);
  }

  @Test
  void aRunWithoutAFolderHasNone() throws Exception {
    try (Run run = engine.open(experiment(), RunSettings.of(1))) {
      run.execute(List.of());
    }
    assertThat(folder.resolve(FILE)).doesNotExist();
    LeasedServices.requireNone(context);
  }

  @Test
  void oneThatCannotWriteIsAProblemOfTheExperiment() throws Exception {
    Path missing = folder.resolve("missing");
    try (Run run = engine.open(experiment(), RunSettings.of(1).withFolder(missing))) {
      assertThatThrownBy(() -> run.execute(List.of()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageEndingWith(
              "observers: tensorboard: %s cannot be written: its folder is not there",
              missing.resolve(FILE));
    }
    LeasedServices.requireNone(context);
  }

  @Test
  void optionsAreCheckedWithoutARun() throws Exception {
    assertThat(engine.check(List.of(experiment()))).hasSize(1);
    LeasedServices.requireNone(context);
  }

  /** Runs in a folder of its own, and goes on where it is cut short; returns the file of events. */
  private Path execute(String name, long cut) throws Exception {
    Path place = Files.createDirectory(folder.resolve(name));
    RunSettings settings =
        RunSettings.of(1).withFolder(place).withCheckpoints(place.resolve("checkpoints"));
    if (cut > 0) {
      try (Run run = engine.open(experiment(), settings)) {
        RunObserver interrupting = event -> interruptAfter(cut, event);
        assertThatThrownBy(() -> run.execute(List.of(interrupting)))
            .isInstanceOf(InterruptedException.class);
      }
    }
    try (Run run =
        cut > 0 ? engine.resume(experiment(), settings) : engine.open(experiment(), settings)) {
      run.execute(List.of());
    }
    return place.resolve(FILE);
  }

  private Experiment experiment() throws IOException {
    return Experiments.read(engine, folder, OBSERVED);
  }

  private static void interruptAfter(long rounds, RunEvent event) {
    if (event instanceof RoundCompleted completed && completed.round() + 1 == rounds) {
      Thread.currentThread().interrupt();
    }
  }
}
