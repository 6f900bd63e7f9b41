package org.limbeck.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.shell.FakeRunControl;
import org.limbeck.shell.SampleCatalog;

class CommandsTest {
  private final FakeRunControl run = new FakeRunControl();
  private final List<OpenRuns.Named> runs = new ArrayList<>();
  private final Commands commands = new Commands(() -> runs, new SampleCatalog());

  @BeforeEach
  void begin() {
    runs.add(new OpenRuns.Named("quickstart", run));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swap topology small-world neighbours=4 | shell {topology: {name: small-world, neighbours:"
            + " 4}}",
        "swap architecture mlp --devices 1,4-6  | shell {architecture: {name: mlp}, devices: [1,"
            + " 4-6]}",
        "swap --devices=2 architecture softmax  | shell {architecture: {name: softmax}, devices:"
            + " [2]}",
        "set algorithm.regularization=5         | shell {algorithm: {regularization: 5}}",
        "join softmax                           | shell {join: {name: softmax}}",
        "leave 3                                | shell {leave: [3]}",
        "pause                                  | pause",
        "resume                                 | resume",
        "rounds 10                              | advance 10",
        "end                                    | end",
        "end --run quickstart                   | end",
      })
  void translates(String line, String asked) throws Exception {
    execute(line);

    assertThat(run.asked).containsExactly(asked);
  }

  @Test
  void answersWithWhatTookEffect() throws Exception {
    assertThat(execute("swap topology star")).isEqualTo("from round 137: topology ring -> star");
  }

  @Test
  void waitsForAStandstillWhereAskedTo() throws Exception {
    assertThat(execute("rounds 3 --wait")).isEqualTo("paused after round 140");
  }

  @Test
  void passesOnWhyAChangeIsRefused() {
    assertThatThrownBy(() -> execute("swap topology wrong"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("shell: topology: there is no 'wrong'\nshell: codec: neither here");

    run.answer =
        CompletableFuture.failedFuture(
            new InvalidInputException(new Origin("shell", 0, "codec"), "refused after all"));
    assertThatThrownBy(() -> execute("swap codec int8"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("refused after all");
  }

  @Test
  void showsTheRun() throws Exception {
    assertThat(execute("status"))
        .contains("quickstart", "137 of 500", "accuracy    85.0 %", "running");
    assertThat(execute("devices"))
        .contains("device-2  softmax", "device-1, device-3", "80.0 %", "7.7 kB", "0.123");
    assertThat(execute("wiring"))
        .containsSubsequence(
            "topology      path",
            "algorithm     distributed-distillation {regularization: 3}",
            "architecture  softmax",
            "device-2, device-3",
            "3 devices, 2 edges");
    assertThat(execute("changes")).isEqualTo("nothing has been changed");
    execute("pause");
    assertThat(execute("status")).contains("paused: shell asked for it");
  }

  @Test
  void showsPluginsAndWhyOthersCannotBeUsed() throws Exception {
    assertThat(execute("plugins"))
        .contains("small-world", "cnn", "its bundle does not resolve")
        .doesNotContain("neighbours");
    assertThat(execute("plugins topology"))
        .contains("neighbours", "integer", "4", "string list  must be given")
        .doesNotContain("mlp", "cnn");
    assertThatThrownBy(() -> execute("plugins topologies")).hasMessageContaining("partition");
  }

  @Test
  void helpsWithEveryCommand() throws Exception {
    String overview = "\n" + execute("help");
    for (String name : commands.names()) {
      assertThat(overview).contains("\n" + name + " ");
      assertThat(execute(name + " --help"))
          .startsWith("Usage: " + name + " ")
          .contains("-h, --help");
      assertThat(execute("help limbeck:" + name)).isEqualTo(execute(name + " --help"));
    }
    assertThatThrownBy(() -> execute("help lb")).hasMessageContaining("felix:help lb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swap topology          | NAME",
        "swap codec f --device 1| --device",
        "rounds                 | N",
        "rounds many            | many",
        "rounds 0               | 1 or more",
        "leave                  | DEVICE",
        "status now             | now",
      })
  void saysWhatIsWrongWithArguments(String line, String what) {
    assertThatThrownBy(() -> execute(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what);
    assertThat(run.asked).isEmpty();
  }

  @Test
  void needsARun() {
    runs.clear();
    assertThatThrownBy(() -> execute("status")).hasMessage("no run is going on");
  }

  @Test
  void wantsToKnowWhichOfSeveralRuns() throws Exception {
    FakeRunControl other = new FakeRunControl();
    runs.add(new OpenRuns.Named("other", other));

    assertThatThrownBy(() -> execute("pause"))
        .hasMessage("several runs go on: quickstart, other; name one with --run");
    assertThatThrownBy(() -> execute("pause --run third"))
        .hasMessageContaining("quickstart, other");
    execute("pause --run other");

    assertThat(other.asked).containsExactly("pause");
    assertThat(run.asked).isEmpty();
  }

  private String execute(String line) throws Exception {
    List<String> words = List.of(line.strip().split(" +"));
    return commands.execute(words.get(0), words.subList(1, words.size()));
  }
}
