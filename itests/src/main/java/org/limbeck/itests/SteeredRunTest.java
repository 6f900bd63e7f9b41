package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.ChangeRefused;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RunContinued;
import org.limbeck.api.event.RunPaused;
import org.limbeck.engine.Engine;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Runs that are steered, and starved of plug-ins. */
@Timeout(60)
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class SteeredRunTest {
  private static final String JAR = "thirdparty.jar";

  @InjectBundleContext BundleContext context;
  @InjectService Engine engine;
  @InjectService ConfigurationAdmin configurations;
  @TempDir Path folder;
  private DropFolder plugins;

  @BeforeEach
  void open() {
    plugins = new DropFolder(context);
  }

  @AfterEach
  void clear() {
    plugins.clear();
  }

  @Test
  void aRunIsSteeredThroughItsService() throws Exception {
    List<RunStatus> seen = new ArrayList<>();
    try (LiveRun run = live(Experiments.STEERED, Optional.empty())) {
      run.after(
              5,
              () -> {
                control().pause();
                control().advance(3);
              })
          .after(6, () -> new Thread(() -> resumeWhenPaused(seen)).start());
      run.execute();
      assertThat(run.rounds()).isEqualTo(LongStream.range(0, 20).boxed().toList());
      assertThat(run.events())
          .filteredOn(e -> e instanceof RunPaused || e instanceof RunContinued)
          .hasSize(2);
    }
    assertThat(seen.get(0).round()).as("the round under way counts").isEqualTo(7);
    assertThat(seen.get(0).plugins()).containsEntry("topology", "ring");
    assertThat(seen.get(0).devices())
        .allSatisfy(device -> assertThat(device.payloadBytesSent()).isPositive());
    assertThat(context.getServiceReference(RunControl.class)).isNull();
  }

  @Test
  void whatCannotWorkIsRefusedBeforeAnythingChanges() throws Exception {
    try (LiveRun run = live(Experiments.STEERED, Optional.empty())) {
      run.after(
          5,
          () -> {
            assertThatThrownBy(() -> run.swap("{topology: rign}"))
                .hasMessageContaining("did you mean 'ring'?");
            run.swap("{topology: {name: edges, edges: [1-2, 3-4]}}");
            run.swap("{codec: float32}");
          });
      run.execute();
      assertThat(run.swaps()).isEmpty();
      assertThat(failure(run.asked().get(0))).hasMessageContaining("the graph is not connected");
      assertThat(failure(run.asked().get(1)))
          .hasMessageContaining("this changes nothing: it is so already");
      try (LiveRun undisturbed = live(Experiments.STEERED, Optional.empty())) {
        assertThat(run.results()).isEqualTo(undisturbed.execute().results());
      }
    }
  }

  @Test
  void waitsForAPluginThatHasGoneAndGoesOnWhenItIsBack() throws Exception {
    plugins.drop(JAR, "1.0.0");
    try (LiveRun run = live(Experiments.STEERED, Optional.empty())) {
      run.swapAfter(5, "{codec: fixed16}")
          .after(9, () -> plugins.delete(JAR))
          .after(9, () -> new Thread(this::putBackWhenWaiting).start());
      run.execute();
      assertThat(run.rounds()).isEqualTo(LongStream.range(0, 20).boxed().toList());
      assertThat(run.events())
          .filteredOn(RunPaused.class::isInstance)
          .extracting(event -> ((RunPaused) event).reason())
          .containsExactly("waiting for codec fixed16: it is not there any more");
      assertThat(run.swaps())
          .extracting(Rewired::round, Rewired::by)
          .containsExactly(tuple(5L, "test"), tuple(9L, "plugins/" + JAR));
    }
  }

  @Test
  void endsWithACheckpointWhenPatienceIsOver() throws Exception {
    plugins.drop(JAR, "1.0.0");
    Path saved = folder.resolve("saved");
    try (LiveRun run = live(Experiments.STEERED, Optional.of(saved))) {
      run.swapAfter(5, "{aggregation: plain-mean}").after(9, () -> plugins.delete(JAR));
      assertThatThrownBy(run::execute)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("waiting for aggregation plain-mean: it is not there any more")
          .hasMessageContaining("waited 5 s");
    }
    assertThat(saved).isDirectoryContaining("glob:**round-000000000009.checkpoint");
  }

  @Test
  void aConfigurationFromOutsideReconfiguresAPluginInPlace() throws Exception {
    Configuration edit =
        configurations.getFactoryConfiguration(
            "org.limbeck.algorithms.DistributedDistillation", "live", "?");
    try (LiveRun run = live(Experiments.STEERED, Optional.empty())) {
      run.after(5, () -> update(edit, "regularization", "7"))
          .after(10, () -> update(edit, "regularization", "-1"));
      run.execute();
      assertThat(run.swaps())
          .flatExtracting(Rewired::changes)
          .extracting(Change::kind, Change::to)
          .containsExactly(tuple("algorithm", "distributed-distillation {regularization: 7.0}"));
      assertThat(run.refusals())
          .extracting(ChangeRefused::reason)
          .singleElement()
          .asString()
          .contains("less than minimum");
    } finally {
      edit.delete();
    }
  }

  @Test
  void halfAJarIsNamedAndTakenUpWhenItIsWhole() throws Exception {
    byte[] jar = plugins.jarBytes();
    try (LiveRun run = live(Experiments.STEERED, Optional.empty())) {
      run.after(5, () -> plugins.write(JAR, Arrays.copyOf(jar, jar.length / 2)))
          .after(8, () -> plugins.write(JAR, jar))
          .swapAfter(9, "{codec: float32, topology: wheel}");
      run.execute();
      assertThat(run.refusals()).extracting(ChangeRefused::by).containsExactly("plugins/" + JAR);
      assertThat(run.swaps()).hasSize(1);
    }
  }

  private LiveRun live(String text, Optional<Path> checkpoints) throws Exception {
    return new LiveRun(engine, experiment(text), checkpoints);
  }

  private Experiment experiment(String text) throws Exception {
    return Experiments.read(engine, folder, text);
  }

  private RunControl control() {
    return context.getService(context.getServiceReference(RunControl.class));
  }

  private void resumeWhenPaused(List<RunStatus> seen) {
    RunControl control = control();
    awaitState(control, RunStatus.State.PAUSED);
    seen.add(control.status());
    control.resume();
  }

  private void putBackWhenWaiting() {
    awaitState(control(), RunStatus.State.WAITING);
    plugins.drop(JAR, "1.0.0");
  }

  private static void awaitState(RunControl control, RunStatus.State state) {
    while (control.status().state() != state) {
      Thread.onSpinWait();
    }
  }

  private static void update(Configuration configuration, String option, String value) {
    try {
      configuration.update(FrameworkUtil.asDictionary(Map.of(option, value)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Throwable failure(CompletableFuture<Rewired> asked) throws InterruptedException {
    try {
      return new AssertionError("not refused: " + asked.get());
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
