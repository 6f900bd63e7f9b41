package org.limbeck.architectures.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;

/** Whatever a program does wrong is one message that says which program, what, and when. */
class ProgramFaultsTest {
  private ExternalArchitecture architecture;

  @TempDir Path folder;

  @AfterEach
  void end() {
    if (architecture != null) {
      architecture.close();
    }
  }

  @Test
  void namesAProgramThatIsNotOnThePath() {
    assertThatThrownBy(() -> create(List.of("pythn3", "model.py")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot start 'pythn3 model.py': there is no program 'pythn3' on PATH");
  }

  @Test
  void namesAFileThatIsNotThereOrCannotBeExecuted() throws Exception {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> create(List.of(absent.toString())))
        .hasMessage("cannot start '" + absent + "': there is no file " + absent);
    Path plain = Files.writeString(folder.resolve("model.py"), "print(1)");
    assertThatThrownBy(() -> create(List.of(plain.toString())))
        .hasMessage("cannot start '" + plain + "': " + plain + " is not executable");
  }

  @Test
  void refusesAnEmptyCommand() {
    assertThatThrownBy(() -> create(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[python3, model.py]");
  }

  @Test
  void showsWhatAProgramPrintsThatSpeaksNoProtocol() {
    assertThatThrownBy(() -> create(List.of("echo", "Epoch 1, loss 0.5")))
        .hasMessage(
            "'echo Epoch 1, loss 0.5' wrote to its standard output what is no answer to 'hello':"
                + " 'Epoch 1, loss 0.5'; standard output is for the protocol, and standard error"
                + " for all else");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "exit@1@ended with exit code 3 when it was asked to 'hello'; its standard error ends with:"
            + " reading the weights | ValueError: \\x1b[31mno weights\\x1b[0m",
        "version@1@speaks version 9 of the protocol, and this Limbeck speaks version 1",
        "stranger@1@answered 'hello' without LMBX at the beginning",
        "abilities@1@claims the abilities 0x9",
        "hang@1@did not answer 'hello' within 1 s (option timeout)",
        "parameters@2@says that a model has -5 parameters",
        "print@3@what is no answer to 'rows': 'Epoch 1\\nloss 0.3'",
        "binary@6@what is no answer to 'step': the bytes 09 00 00 00 63 01 02 03",
        "exit@6@ended with exit code 3 when it was asked to 'step'",
        "hang@6@did not answer 'step' within 1 s",
        "error@6@answered 'step' with an error: ValueError: no such class",
        "short@6@answered 'step' with 3 bytes, where 16 are due",
        "nan@6@says that the local loss is NaN: its training has diverged",
        "short@5@answered 'predict' with 3 bytes, where 8 are due",
        "halves@5@row 1 of 1 is [0.5, 0.25], with the sum 0.75",
        "negative@5@row 1 of 1 is [1.5, -0.5]",
        "nan-row@5@row 1 of 1 is [NaN, 1.0]",
        "exit@11@ended with exit code 3 when it was asked to 'save'"
      })
  void saysWhatWentWrong(String what, int kind, String message) {
    assertThatThrownBy(() -> use(create(TestProgram.command("do=" + what, "at=" + kind))))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .startsWith("'")
        .contains(message);
  }

  @Test
  void aProgramThatHasFailedSaysSoAgain() throws Exception {
    Model model = create(TestProgram.command("do=exit", "at=6"));
    assertThatThrownBy(() -> use(model)).hasMessageContaining("ended with exit code 3");
    assertThatThrownBy(() -> use(model)).hasMessageContaining("ended with exit code 3");
    model.close();
  }

  @Test
  void anotherModelGetsANewProgramAfterACrash() throws Exception {
    architecture =
        new ExternalArchitecture(TestProgram.command("do=exit", "at=6", "after=1"), 1, 60);
    Model first = create();
    use(first);
    assertThatThrownBy(() -> use(first)).hasMessageContaining("ended with exit code 3");
    Model second = create();
    use(second);
    assertThatThrownBy(() -> use(first)).hasMessageContaining("ended with exit code 3");
  }

  @Test
  void aProgramThatWasKilledIsNamedWithTheSignal() throws Exception {
    Model model = create(TestProgram.command());
    use(model);
    ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("TestProgram"))
        .forEach(ProcessHandle::destroyForcibly);
    assertThatThrownBy(() -> use(model)).hasMessageContaining("exit code 137, as by signal 9");
  }

  private Model create(List<String> command) {
    architecture = new ExternalArchitecture(command, 0, command.contains("do=hang") ? 1 : 60);
    return create();
  }

  private Model create() {
    return architecture.create(new Shape(1, 1, 2), 2, new SplittableRandom(1));
  }

  /** Asks for a step, a prediction and the state. */
  private static void use(Model model) throws Exception {
    Block row = new Block(1, 2);
    row.rows(1);
    Block decisions = new Block(1, 2);
    Lesson lesson =
        new Lesson(
            row, new int[] {1}, new Block(0, 2), new Block(0, 2), DistillationLoss.SQUARED, 1);
    model.step(lesson, 0.1f, new Losses());
    model.predict(row, decisions);
    assertThat(decisions.values()[1]).isGreaterThan(decisions.values()[0]);
    model.save(new DataOutputStream(new ByteArrayOutputStream()));
  }
}
