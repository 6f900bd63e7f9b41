package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunStarted;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** From an experiment file over factory configurations to services and devices, and back. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class WiringTest {
  private static final String OURS = "(limbeck.instance=*)";

  @InjectBundleContext BundleContext context;
  @InjectService ConfigurationAdmin configurations;
  @TempDir Path folder;

  @Test
  void oneConfigurationPerDistinctPluginAndNoneAfterwards(@InjectService Engine engine)
      throws Exception {
    Experiment experiment = engine.read(Experiments.small(folder), List.of());
    assertThat(configurations.listConfigurations(OURS)).isNull();
    try (Run run = engine.open(experiment, 2)) {
      assertThat(run.devices()).hasSize(4);
      // nine kinds, and two distinct architectures for the four devices
      assertThat(configurations.listConfigurations(OURS)).hasSize(11);
      assertThat(configurations.listConfigurations("(rows=100)")).hasSize(1);
    }
    assertThat(configurations.listConfigurations(OURS)).isNull();
    LeasedServices.requireNone(context);
  }

  @Test
  void twoRunsAtOnceDoNotMeet(@InjectService Engine engine) throws Exception {
    Experiment experiment = engine.read(Experiments.small(folder), List.of());
    try (Run one = engine.open(experiment, 1);
        Run other = engine.open(experiment, 1)) {
      assertThat(events(one)).isEqualTo(events(other));
    }
  }

  @Test
  void observersHearOfEveryRun(@InjectService Engine engine) throws Exception {
    List<RunEvent> heard = new ArrayList<>();
    ServiceRegistration<RunObserver> registration =
        context.registerService(RunObserver.class, heard::add, null);
    try (Run run = engine.open(engine.read(Experiments.small(folder), List.of()), 2)) {
      run.execute(List.of());
    } finally {
      registration.unregister();
    }
    assertThat(heard).first().isInstanceOf(RunStarted.class);
    assertThat(heard).last().isEqualTo(new RunCompleted(3));
    assertThat(heard).filteredOn(RoundCompleted.class::isInstance).hasSize(3);
    assertThat(((RunStarted) heard.get(0)).plugins())
        .isEqualTo(
            Map.of(
                "data", "digits",
                "reference", "digits",
                "partition", "dirichlet",
                "topology", "ring",
                "aggregation", "tracking-mean",
                "weighting", "uniform",
                "codec", "float32",
                "transport", "in-process",
                "algorithm", "distributed-distillation"));
  }

  @Test
  void whatAPluginRefusesIsAProblemOfTheExperiment(@InjectService Engine engine) throws Exception {
    Experiment experiment = engine.read(Experiments.small(folder), List.of("partition.minRows=50"));
    assertThatThrownBy(() -> engine.open(experiment, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith(
            "small.yaml:6: partition: dirichlet: minRows is 50, more than maxRows, which is 40");
    assertThat(configurations.listConfigurations(OURS)).isNull();
  }

  @Test
  void limitsOfTheMetatypeAreChecked(@InjectService Engine engine) throws Exception {
    Path file = Experiments.small(folder);
    assertThatThrownBy(() -> engine.read(file, List.of("reference.rows=601")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "--set reference.rows=601: 601: greater than maximum (How many images to use, 1 to"
                + " 600)");
  }

  @Test
  void whatAKilledProcessLeftIsDeletedAtTheStart() throws Exception {
    Configuration stale =
        configurations.createFactoryConfiguration("org.limbeck.topologies.Ring", "?");
    Dictionary<String, Object> properties =
        FrameworkUtil.asDictionary(Map.of("limbeck.instance", "7"));
    stale.update(properties);
    Bundle engine = FrameworkUtil.getBundle(Engine.class);
    engine.stop();
    engine.start();
    context.getService(context.getServiceReference(Engine.class));
    assertThat(configurations.listConfigurations(OURS)).isNull();
  }

  @Test
  void theWrittenExperimentReadsBackAsTheSame(@InjectService Engine engine) throws Exception {
    Experiment experiment = engine.read(Experiments.small(folder), List.of("seed=9"));
    Path copy = Files.writeString(folder.resolve("copy.yaml"), engine.write(experiment));
    assertThat(engine.read(copy, List.of())).isEqualTo(experiment);
  }

  private static List<RunEvent> events(Run run) throws InterruptedException {
    List<RunEvent> events = new ArrayList<>();
    run.execute(List.of(events::add));
    return events;
  }
}
