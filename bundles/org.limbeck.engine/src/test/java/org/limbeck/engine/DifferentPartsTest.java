package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.datasets.digits.ReferenceDigits;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.exchange.endpoint.AuthenticTransport;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.testkit.fixture.CloudDataset;

/** Parts of experiments that differ end before the first round, and each says in what. */
@Timeout(60)
class DifferentPartsTest {
  private static final PlainRun RUN = PlainRun.ofRing(3, 10);
  private static final Experiment EXPERIMENT = RUN.experiment();

  private final KeyRing keys = SignedPart.keys(3);
  private final AuthenticTransport transport = new AuthenticTransport();
  private final PluginSet plugins = RUN.pluginSet(any -> transport);
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  void tellAnotherSeed() throws Exception {
    assertDifference(
        EXPERIMENT, EXPERIMENT.toBuilder().seed(2).build(), plugins, "another experiment: .*");
  }

  @Test
  void tellOtherReferenceData() throws Exception {
    PluginSet other = with(plugins.data(), new ReferenceDigits(500));
    assertDifference(EXPERIMENT, EXPERIMENT, other, "another reference data: .*");
  }

  @Test
  void tellOtherClasses() throws Exception {
    PrivateDataset fiveClasses = new CloudDataset(plugins.data().shape(), 5, 300);
    assertDifference(
        EXPERIMENT,
        EXPERIMENT,
        with(fiveClasses, plugins.reference()),
        "another number of classes: \\d+ there, and \\d+ here.*");
  }

  @Test
  void tellAnotherCodec() throws Exception {
    assertDifference(
        EXPERIMENT,
        withAnotherCodec(EXPERIMENT),
        plugins,
        "another codec: (plain there, and coarse here|coarse there, and plain here).*");
  }

  @Test
  void tellItToOthersThatDoNotWaitToo() throws Exception {
    Experiment asynchronous = EXPERIMENT.toBuilder().pace(ExecutionMode.ASYNCHRONOUS).build();
    assertDifference(
        asynchronous, withAnotherCodec(asynchronous), plugins, "another codec: .*there.*here.*");
  }

  private void assertDifference(
      Experiment experiment, Experiment other, PluginSet otherPlugins, String difference)
      throws Exception {
    Future<Throwable> some = begin(new SignedPart(experiment, plugins, List.of(0, 1), keys));
    Future<Throwable> others = begin(new SignedPart(other, otherPlugins, List.of(2), keys));

    assertThat(some.get())
        .hasMessageMatching("plain.yaml:1: transport: plain: device-3: it has " + difference);
    assertThat(others.get())
        .hasMessageMatching("plain.yaml:1: transport: plain: device-[12]: it has " + difference);
  }

  private Future<Throwable> begin(SignedPart part) {
    return pool.submit(
        () -> catchThrowable(() -> part.run((round, told) -> false, new ArrayList<>())));
  }

  private PluginSet with(PrivateDataset data, ReferenceDataset reference) {
    return new PluginSet(
        data,
        plugins.partition(),
        reference,
        plugins.topology(),
        plugins.aggregation(),
        plugins.weighting(),
        plugins.codec(),
        plugins.transport(),
        plugins.algorithm(),
        plugins.architectures(),
        plugins.attacks());
  }

  private static Experiment withAnotherCodec(Experiment experiment) {
    Map<PluginKind, PluginChoice> choices = new EnumMap<>(experiment.plugins());
    choices.put(
        PluginKind.CODEC,
        new PluginChoice(PluginKind.CODEC, "coarse", Map.of(), new Origin("", 0, "codec")));
    return experiment.toBuilder().plugins(choices).build();
  }
}
