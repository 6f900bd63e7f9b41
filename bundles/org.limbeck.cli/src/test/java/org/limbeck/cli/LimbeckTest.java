package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.experiment.file.ExperimentKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

class LimbeckTest {
  private final CommandSession session = new CommandSession();

  @Test
  void tellsItsVersion() {
    assertThat(session.execute("--version")).isEqualTo(ExitCode.DONE);

    assertThat(session.out().strip()).isEqualTo("limbeck 1.2.3");
  }

  @Test
  void helps() {
    assertThat(session.execute("--help")).isEqualTo(ExitCode.DONE);

    assertThat(session.out())
        .contains(
            "Usage: limbeck", "run ", "resume ", "predict ", "plugins ", "validate ", "Examples:");
    assertThat(session.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "resume", "report", "predict", "plugins", "validate"})
  void helpsWithEachCommand(String command) {
    assertThat(session.execute(command, "--help")).isEqualTo(ExitCode.DONE);

    assertThat(session.out()).contains("Usage: limbeck " + command, "Examples:");
    assertThat(session.out())
        .satisfies(
            help ->
                assertThat(help.indexOf("  limbeck " + command))
                    .isGreaterThan(help.indexOf("Examples:")));
  }

  @ParameterizedTest
  @CsvSource({"'',--help", "run,run --help", "keys,keys --help", "keys create,keys create --help"})
  void helpIsACommandToo(String command, String option) {
    CommandSession other = new CommandSession();
    assertThat(session.execute(("help " + command).strip().split(" ", -1)))
        .isEqualTo(ExitCode.DONE);
    assertThat(other.execute(option.split(" ", -1))).isEqualTo(ExitCode.DONE);

    assertThat(session.out()).startsWith("Usage: limbeck").isEqualTo(other.out());
    assertThat(session.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate", "compare"})
  void helpTellsTheKeysThatCanBeSet(String command) {
    session.execute(command, "--help");

    assertThat(session.out().split("[\\s,.]+")).containsAll(ExperimentKeys.names());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rn a | Unknown command: 'rn'; choose one of new, run, resume, report, compare, device,"
            + " predict, infer, export, plugins, data, keys, validate, theory, check-model, help |"
            + " limbeck --help",
        "runn a | Unknown command: 'runn'; choose one of | Did you mean: limbeck run",
        "resume | Missing required parameter: 'RUN' | Try 'limbeck resume --help'.",
        "run a --patience -1 | Invalid value for option '--timeout': it is 0 or more, not -1 |"
            + " limbeck run --help",
        "run a --shell | --shell: this system has no shell: bundle org.limbeck.shell is missing |"
            + " limbeck run --help",
        "run --sed 3 a | Unknown option: '--sed' | Possible solutions: --set, --seed",
        "run | Missing required parameter: 'FILE' | Try 'limbeck run --help'.",
        "run a --seed x | Invalid value for option '--seed': 'x' is not a long | limbeck run"
            + " --help",
        "run a b | Unexpected argument: 'b' | limbeck run --help",
        "predict a | Missing required parameter: 'FILE' | limbeck predict --help",
        "plugins --set a=b | Unknown option: '--set' | limbeck plugins --help",
        "'' | No command given; choose one of new, run, resume, report, compare, device, predict,"
            + " infer, export, plugins, data, keys, validate, theory, check-model, help | 'limbeck"
            + " --help'",
        "help rn | Unknown command: 'rn'; choose one of new, run, resume, | limbeck help --help",
        "help keys rn | Unknown command: 'rn'; choose one of create, list | limbeck help --help",
        "help run rn | 'run' has no command 'rn' | limbeck help --help",
      })
  void refusesAWrongCommandLine(String line, String message, String hint) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);

    assertThat(session.execute(args)).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).startsWith("limbeck: " + message).contains(hint);
    assertThat(session.out()).isEmpty();
  }

  @Test
  void showsTheStackTraceWhenAsked() {
    session.engine.onRead =
        file -> {
          throw new IllegalStateException("broken");
        };

    assertThat(session.execute("validate", "--stacktrace", "a.yaml")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err())
        .contains("limbeck: unexpected error: java.lang.IllegalStateException: broken", "\tat ")
        .doesNotContain("add --stacktrace");
  }

  @Test
  void reportsErrorsOfTheMachineToo() {
    session.engine.onRead =
        file -> {
          throw new OutOfMemoryError("Java heap space");
        };

    assertThat(session.execute("--stacktrace", "validate", "a.yaml")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err())
        .contains(
            "limbeck: unexpected error: java.lang.OutOfMemoryError: Java heap space", "\tat ");
  }

  @Test
  void coloursOnATerminal() {
    session.interactive();

    session.execute("--help");
    session.execute("run");

    assertThat(session.out()).contains("\033[1m");
    assertThat(session.err()).startsWith("\033[1m\033[31mlimbeck:\033[");
  }

  @Test
  void takesInCommandsOfOtherBundles() {
    session.more.add(new Greeting());

    assertThat(session.execute("greet", "you")).isEqualTo(7);
    assertThat(session.execute("--help")).isEqualTo(ExitCode.DONE);
    assertThat(session.out()).contains("greet");
  }

  @Command(name = "greet", description = "Say hello.")
  private static final class Greeting implements Callable<Integer> {
    @Parameters private String whom;

    @Override
    public Integer call() {
      return whom.length() + 4;
    }
  }
}
