package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;

class ValidateCommandTest {
  private final CommandSession session = new CommandSession();

  @Test
  void describesAValidExperiment() {
    assertThat(session.execute("validate", "small.yaml", "--set", "seed=1"))
        .isEqualTo(ExitCode.DONE);

    assertThat(session.out())
        .isEqualToNormalizingNewlines(
            """
            small.yaml: valid
              small: 3 devices, 6 rounds, seed 1
              data          digits
              partition     dirichlet
              reference     digits
              topology      ring
              aggregation   tracking-mean
              weighting     uniform
              codec         float32
              transport     in-process
              algorithm     distributed-distillation
              architectures 2 mlp, 1 softmax
              baseline      local-only
            """);
    assertThat(session.engine.settings).containsExactly("seed=1");
    assertThat(session.engine.opened)
        .hasSize(2)
        .allMatch(FakeRun::closed)
        .noneMatch(FakeRun::executed);
  }

  @Test
  void doesWithoutBaseline() {
    session.engine.experiment = Experiments.small(Optional.empty());

    session.execute("validate", "small.yaml");

    assertThat(session.out()).contains("valid").doesNotContain("baseline");
  }

  @Test
  void warnsOfWhatIsHardlyMeant() {
    session.engine.concerns = List.of("aggregation trimmed-mean: 8 devices have too few");

    assertThat(session.execute("validate", "small.yaml")).isEqualTo(ExitCode.DONE);

    assertThat(session.err())
        .isEqualToNormalizingNewlines(
            "warning: aggregation trimmed-mean: 8 devices have too few\n");
  }

  @Test
  void writesJson() throws IOException {
    session.engine.concerns = List.of("topology ring: few edges");

    assertThat(session.execute("validate", "small.yaml", "--json")).isEqualTo(ExitCode.DONE);

    JsonNode json = new ObjectMapper().readTree(session.out());
    assertThat(json.get("file").textValue()).isEqualTo("small.yaml");
    assertThat(json.get("experiment").textValue()).isEqualTo("small");
    assertThat(json.get("devices")).hasSize(3);
    assertThat(json.get("adversaries")).isEmpty();
    assertThat(json.get("warnings").get(0).textValue()).isEqualTo("topology ring: few edges");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void saysAllThatIsWrong() {
    session.engine.onRead =
        file -> {
          throw new InvalidInputException(
              List.of(
                  new Problem(new Origin("small.yaml", 2, "rounds"), "is 1 or more, not 0"),
                  new Problem(
                      new Origin("small.yaml", 5, "sed"), "is unknown; did you mean seed?")));
        };

    assertThat(session.execute("validate", "small.yaml")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.out()).isEmpty();
    assertThat(session.err())
        .isEqualToNormalizingNewlines(
            """
            limbeck: small.yaml:2: rounds: is 1 or more, not 0
            limbeck: small.yaml:5: sed: is unknown; did you mean seed?
            """);
  }

  @Test
  void checksTheWiring() {
    session.engine.onOpen =
        experiment -> {
          throw new InvalidInputException(
              experiment.plugin(PluginKind.TOPOLOGY).origin(), "the graph is not connected");
        };

    assertThat(session.execute("validate", "small.yaml")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains("topology: the graph is not connected");
    assertThat(session.out()).isEmpty();
  }

  @Test
  void checksSeveralFiles() throws IOException {
    assertThat(session.execute("validate", "one.yaml", "two.yaml", "--json"))
        .isEqualTo(ExitCode.DONE);

    assertThat(new ObjectMapper().readTree(session.out()).findValuesAsText("file"))
        .containsExactly("one.yaml", "two.yaml");
  }

  @Test
  void checksFilesBehindAWrongOne() {
    session.engine.onRead =
        file -> {
          if (!file.toString().equals("right.yaml")) {
            throw new InvalidInputException(
                List.of(new Problem(new Origin(file.toString(), 2, "rounds"), "is 1 or more")));
          }
        };

    assertThat(session.execute("validate", "a.yaml", "right.yaml", "b.yaml"))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.out()).startsWith("right.yaml: valid").doesNotContain("a.yaml", "b.yaml");
    assertThat(session.err())
        .isEqualToNormalizingNewlines(
            """
            limbeck: a.yaml:2: rounds: is 1 or more
            limbeck: b.yaml:2: rounds: is 1 or more
            """);
  }
}
