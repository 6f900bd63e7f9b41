package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.Problem;

class ExperimentProblemsTest {
  @TempDir private Path folder;
  private ExperimentFiles files;

  @BeforeEach
  void open() {
    files = ExperimentFiles.in(folder);
  }

  /** A folder's name has up to 255 bytes, and the time of the run is a part of it. */
  @Test
  void namesAreNotTooLongForAFileSystem() throws IOException {
    String longest = "実".repeat(66);
    assertThat(read(ExperimentFiles.MINIMAL + "name: " + longest + "\n").name()).isEqualTo(longest);
    assertThat(problems(ExperimentFiles.MINIMAL + "name: " + longest + "実\n"))
        .singleElement()
        .asString()
        .contains("up to 200 bytes in UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          topology: rign        | test.yaml:6: topology: there is no topology 'rign'; did you mean 'ring'? allowed: complete, edges, ring
          sed: 3                | test.yaml:6: sed: 'sed' is no key of an experiment; did you mean 'seed'?
          seed: x               | test.yaml:6: seed: a whole number of 64 bits belongs here, not the text 'x'
          batch: 0              | test.yaml:6: batch: a whole number from 1 to 2147483647 belongs here, not 0
          evaluateEvery: -1     | test.yaml:6: evaluateEvery: a whole number 1 or more belongs here, not -1
          mixing: metropolic    | test.yaml:6: mixing: 'metropolic' is not allowed here; did you mean 'metropolis'? allowed: maximum-degree, metropolis
          mixing: 0.5           | test.yaml:6: mixing: '0.5' is not allowed here; allowed: maximum-degree, metropolis
          trigger: {treshold: 1} | test.yaml:6: trigger.treshold: 'treshold' is no key of a trigger; did you mean 'threshold'?
          trigger: {share: 0}   | test.yaml:6: trigger.share: a number from 0.001 to 1.0 belongs here, not 0
          privacy: {nose: 1}    | test.yaml:6: privacy.nose: 'nose' is no key of privacy; did you mean 'noise'?
          privacy: {noise: 0}   | test.yaml:6: privacy.noise: a number 0.01 or more belongs here, not 0
          privacy: {clip: 0}    | test.yaml:6: privacy.clip: a number above 0 belongs here, not 0
          privacy: {delta: 1}   | test.yaml:6: privacy.delta: a number from 1.0E-12 to 0.1 belongs here, not 1
          privacy: true         | test.yaml:6: privacy: a group of keys belongs here
          mixing: [metropolis]  | test.yaml:6: mixing: a text belongs here, not a list
          topology: [ring]      | test.yaml:6: topology: a group of keys belongs here, not a list
          topology: {name: 3}   | test.yaml:6: topology.name: the name of a plug-in belongs here, not 3
          topology: {nam: ring} | 'nam' is no option of topology 'ring'; did you mean 'name'?
          name: a/b             | test.yaml:6: name: 'a/b' names a folder
          name: ../é            | test.yaml:6: name: '../é' names a folder
          name: .é              | test.yaml:6: name: '.é' names a folder
          rounds: 3             | test.yaml:6: rounds: this key is there twice
          algorithm: {name: local-only, regularization: 1} | 'regularization' is no option of algorithm 'local-only'; allowed: name
          algorithm: {name: distributed-distillation, rat: 1} | did you mean 'rate'?
          algorithm: {name: distributed-distillation, rate: fast} | algorithm.rate: a number belongs here, not the text 'fast' (0 or more)
          algorithm: {name: distributed-distillation, rate: .nan} | algorithm.rate: a number belongs here, not .nan (0 or more)
          algorithm: {name: distributed-distillation, rate: -1} | algorithm.rate: -1.0: less than minimum (0 or more)
          algorithm: {name: distributed-distillation, count: 3000000000} | algorithm.count: a whole number belongs here
          algorithm: {name: distributed-distillation, count: 1.5} | algorithm.count: a whole number belongs here
          algorithm: {name: distributed-distillation, flag: 1} | algorithm.flag: true or false belongs here
          algorithm: {name: distributed-distillation, sizes: 3} | algorithm.sizes: a list belongs here, each item a whole number, not 3
          algorithm: {name: distributed-distillation, sizes: [1, -2]} | algorithm.sizes.1: -2: less than minimum
          algorithm: {name: distributed-distillation, mode: fats} | 'fats' is not allowed here; did you mean 'fast'? allowed: fast, slow
          """)
  void saysWhereAndWhatIsWrong(String line, String message) {
    assertThat(problems(ExperimentFiles.MINIMAL + line + "\n"))
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void findsAllProblemsAtOnce() {
    assertThat(problems("rounds: 0\ntopology: rign\ndevices:\n  - {cout: 2}\n"))
        .extracting(Problem::toString)
        .map(message -> message.substring(0, message.indexOf(':', "test.yaml:1: ".length())))
        .containsExactlyInAnyOrder(
            "test.yaml:1: rounds",
            "test.yaml:1: data",
            "test.yaml:1: reference",
            "test.yaml:2: topology",
            "test.yaml:4: devices.0.architecture",
            "test.yaml:4: devices.0.cout");
  }

  @Test
  void saysWhyAPluginCannotBeUsed() {
    assertThat(problems(ExperimentFiles.MINIMAL.replace("mlp", "dl4j-mlp")))
        .singleElement()
        .asString()
        .isEqualTo(
            "test.yaml:5: devices.0.architecture: architecture 'dl4j-mlp' cannot be used:"
                + " its bundle is not there");
  }

  @Test
  void saysWhatIsWrongWithASetting() {
    assertThat(problems(ExperimentFiles.MINIMAL, "topology.name=rign"))
        .singleElement()
        .asString()
        .startsWith("--set topology.name=rign: there is no topology 'rign'");
    assertThat(problems(ExperimentFiles.MINIMAL, "ring"))
        .singleElement()
        .asString()
        .contains("write key.path=value");
    assertThat(problems(ExperimentFiles.MINIMAL, "devices.1.count=2"))
        .singleElement()
        .asString()
        .contains("'1' is no place in a list of 1");
  }

  @Test
  void saysWhatIsWrongWithTheFile() throws IOException {
    assertThat(problems("a: [1\nb: 2"))
        .singleElement()
        .asString()
        .startsWith("test.yaml:2: this is not YAML");
    assertThat(problems("")).isNotEmpty();
    assertThat(problems("just text")).isNotEmpty();
    assertThat(problems("a: &x [*x]")).isNotEmpty();
    assertThat(problems("[".repeat(20_000)))
        .singleElement()
        .asString()
        .isEqualTo("test.yaml: values are nested too deep");
    StringBuilder bomb = new StringBuilder("x0: &x0 [1, 1]\n");
    for (int i = 1; i < 25; i++) {
      bomb.append(String.format("x%d: &x%d [*x%d, *x%d]%n", i, i, i - 1, i - 1));
    }
    assertThat(problems(bomb.toString()))
        .singleElement()
        .asString()
        .endsWith("there are more than 100000 values");
    assertThat(problems("rounds: 99999999999999999999")).isNotEmpty();
    Path missing = folder.resolve("missing.yaml");
    assertThat(problemsOf(missing)).singleElement().asString().endsWith("there is no such file");
    assertThat(problemsOf(folder)).singleElement().asString().endsWith("it is a folder");
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(problemsOf(binary)).singleElement().asString().contains("not text in UTF-8");
  }

  private Experiment read(String yaml, String... settings) throws IOException {
    return files.read(yaml, settings);
  }

  private List<Problem> problems(String yaml, String... settings) {
    return catchThrowableOfType(InvalidInputException.class, () -> read(yaml, settings))
        .problems()
        .stream()
        .map(this::withoutFolder)
        .toList();
  }

  private List<Problem> problemsOf(Path file) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> files.reader().read(file, List.of()))
        .problems();
  }

  private Problem withoutFolder(Problem problem) {
    Origin origin = problem.origin();
    String source = origin.source().replace(folder + "/", "");
    return new Problem(new Origin(source, origin.line(), origin.key()), problem.message());
  }
}
