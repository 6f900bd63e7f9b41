package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentVariant;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;

class SweepExpansionTest {
  private static final String BASE = ExperimentFiles.MINIMAL + "algorithm: {count: 7}\n";

  private ExperimentFiles files;

  @BeforeEach
  void open(@TempDir Path folder) {
    files = ExperimentFiles.in(folder);
  }

  @Test
  void aPlainFileIsOneExperimentWithoutLabel() throws IOException {
    List<ExperimentVariant> all = readAll("");
    assertThat(all).extracting(ExperimentVariant::label).containsExactly("");
    assertThat(all.get(0).experiment()).isEqualTo(files.read(BASE));
  }

  @Test
  void seedsHaveNoLabel() throws IOException {
    List<ExperimentVariant> all = readAll("sweep: {seed: [3, 1]}\n");
    assertThat(all).extracting(ExperimentVariant::label).containsExactly("", "");
    assertThat(all).extracting(v -> v.experiment().seed()).containsExactly(3L, 1L);
  }

  @Test
  void sweepsAreCrossedAndTheLastKeyIsFastest() throws IOException {
    List<ExperimentVariant> all =
        readAll("sweep: {algorithm.rate: [1, 0.5], topology: [ring], seed: [1, 2]}\n");
    assertThat(all)
        .extracting(ExperimentVariant::label)
        .containsExactly(
            "rate=1 topology=ring",
            "rate=1 topology=ring",
            "rate=0.5 topology=ring",
            "rate=0.5 topology=ring");
    assertThat(all).extracting(v -> v.experiment().seed()).containsExactly(1L, 2L, 1L, 2L);
    assertThat(all).extracting(v -> option(v, "rate")).containsExactly(1f, 1f, 0.5f, 0.5f);
    assertThat(all).extracting(v -> option(v, "count")).containsOnly(7);
  }

  @Test
  void variantsReplaceWhatTheFileSaysAndSweepsReplaceTheirs() throws IOException {
    List<ExperimentVariant> all =
        readAll(
            """
            variants:
              plain:
              alone: {algorithm: {name: local-only}, rounds: 5}
              other: {devices.0.architecture.sizes: [8, 8], algorithm: {rate: 2, count: 1}}
            sweep: {rounds: [20]}
            """);
    assertThat(all)
        .extracting(ExperimentVariant::label)
        .containsExactly("plain rounds=20", "alone rounds=20", "other rounds=20");
    assertThat(all).extracting(v -> v.experiment().rounds()).containsOnly(20L);
    assertThat(option(all.get(0), "count")).isEqualTo(7);
    assertThat(all.get(1).experiment().plugin(PluginKind.ALGORITHM).name()).isEqualTo("local-only");
    assertThat(option(all.get(2), "count")).isEqualTo(1);
    assertThat(option(all.get(2), "rate")).isEqualTo(2f);
    Experiment other = all.get(2).experiment();
    assertThat(other.devices().get(0).architecture().options())
        .containsEntry("sizes", List.of(8, 8));
  }

  @Test
  void keysThatEndAlikeAreShownInFull() throws IOException {
    assertThat(
            readAll(
                "sweep: {algorithm.rate: [1], devices.0.architecture.rate: [2],"
                    + " algorithm.sizes: [[4, 2]], codec: [{name: float32}]}\n"))
        .extracting(ExperimentVariant::label)
        .containsExactly(
            "algorithm.rate=1 devices.0.architecture.rate=2 sizes=[4, 2] codec=float32");
  }

  @Test
  void theCommandLineCanSweepToo() throws IOException {
    assertThat(
            readAll(
                "sweep: {seed: [1], algorithm: {rate: [5]}}\n",
                "sweep.seed=[4, 5]",
                "sweep.algorithm.rate=[6]"))
        .extracting(v -> v.experiment().seed() + " " + v.label())
        .containsExactly("4 rate=6", "5 rate=6");
  }

  @Test
  void everyMistakeIsToldOnceWithItsLine() {
    assertThat(
            problems(
                """
                variants:
                  a: {algorithm: {counts: 3}}
                  b: {roundz: 3}
                sweep: {seed: [1, 2]}
                """))
        .hasSize(2)
        .satisfies(p -> assertThat(p.get(0)).contains("test.yaml:8: variants.a.algorithm.counts"))
        .satisfies(p -> assertThat(p.get(0)).contains("did you mean 'count'?"))
        .satisfies(p -> assertThat(p.get(1)).contains("test.yaml:9: variants.b.roundz"))
        .satisfies(p -> assertThat(p.get(1)).contains("did you mean 'rounds'?"));
  }

  @Test
  void refusesWhatIsNoListAndNoGroup() {
    assertThat(problems("sweep: {seed: 3, a..b: [1], rounds: []}\nvariants: {x: 4}\n"))
        .hasSize(4)
        .anySatisfy(p -> assertThat(p).contains("sweep.seed: a list of values belongs here, not 3"))
        .anySatisfy(p -> assertThat(p).contains("write a key such as topology.name"))
        .anySatisfy(p -> assertThat(p).contains("variants.x: a group of keys belongs here"));
    assertThat(problems("sweep:\n").toString()).contains("a group with at least one key");
  }

  @Test
  void refusesToReadManyAsOne() throws IOException {
    Path file = files.write(BASE + "sweep: {seed: [1, 2]}\n");
    assertThat(refusal(() -> files.reader().read(file, List.of())))
        .singleElement()
        .asString()
        .contains("test.yaml:7: sweep", "limbeck compare");
  }

  private static Object option(ExperimentVariant variation, String name) {
    return variation.experiment().plugin(PluginKind.ALGORITHM).options().get(name);
  }

  private List<ExperimentVariant> readAll(String more, String... settings) throws IOException {
    return files.reader().readAll(files.write(BASE + more), List.of(settings));
  }

  private List<String> problems(String more) {
    return refusal(() -> readAll(more));
  }

  private static List<String> refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(InvalidInputException.class, call).problems().stream()
        .map(Problem::toString)
        .toList();
  }
}
