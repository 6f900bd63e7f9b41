package org.limbeck.shell.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.shell.FakeRunControl;
import org.limbeck.shell.SampleCatalog;
import org.limbeck.shell.command.Arguments;
import org.limbeck.shell.command.Commands;
import org.limbeck.shell.command.OpenRuns;

/** Lines that go through Gogo to a run, and what comes back. */
class PromptSessionTest {
  private final FakeRunControl run = new FakeRunControl();
  private final OpenRuns runs = () -> List.of(new OpenRuns.Named("quickstart", run));
  private final ThreadIOImpl threads = new ThreadIOImpl();
  private final CommandProcessorImpl processor = new CommandProcessorImpl(threads);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void register() {
    threads.start();
    Commands commands = new Commands(runs, new SampleCatalog());
    for (String name : commands.names()) {
      Function function = (gogo, arguments) -> commands.execute(name, Arguments.of(arguments));
      processor.addCommand(Commands.SCOPE, (Object) function, name);
    }
  }

  @AfterEach
  void stop() {
    processor.stop();
    threads.stop();
  }

  @Test
  void carriesOutLinesToTheEnd() throws Exception {
    type("# a comment", "", "swap architecture mlp hidden=[64, 32] --devices 1", "limbeck:pause");

    assertThat(run.asked)
        .containsExactly(
            "shell {architecture: {name: mlp, hidden: [64, 32]}, devices: [1]}", "pause");
    assertThat(out.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            "from round 137: topology ring -> star\npauses before the next round\n");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void goesOnAfterWhatIsWrongWithoutAStackTrace() throws Exception {
    type("swap topology wrong", "swapp", "leave ,", "swap codec [", "end");

    assertThat(run.asked).containsExactly("end");
    assertThat(err.toString(UTF_8))
        .contains("shell: topology: there is no 'wrong'", "shell: codec: neither here")
        .contains("there is no command 'swapp'")
        .contains("which devices?")
        .doesNotContain("\tat ");
  }

  @Test
  void leavesWhereToldTo() throws Exception {
    type("pause", "exit", "end");

    assertThat(run.asked).containsExactly("pause");
  }

  @Test
  void returnsWhenInterruptedThoughNoLineComes() throws Exception {
    InputStream silent =
        new InputStream() {
          @Override
          public int read() {
            new Semaphore(0).acquireUninterruptibly();
            return -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return read();
          }
        };
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    CompletableFuture<String> outcome = new CompletableFuture<>();
    try (CommandLines piped = new PipedCommandLines(silent, nowhere, nowhere);
        PromptSession session = new PromptSession(processor, piped, new Prompt(runs))) {
      Thread person =
          new Thread(
              () -> {
                try {
                  TerminalShell.run(session);
                  outcome.complete("returned");
                } catch (InterruptedException e) {
                  outcome.complete("interrupted");
                } catch (IOException e) {
                  outcome.completeExceptionally(e);
                }
              });
      person.start();
      person.interrupt();

      assertThat(outcome.get()).isEqualTo("interrupted");
    }
  }

  @Test
  void promptNamesTheRunAndItsRound() {
    assertThat(new Prompt(runs)).hasToString("quickstart 137> ");
    assertThat(new Prompt(List::of)).hasToString("limbeck> ");
  }

  private void type(String... lines) throws IOException {
    byte[] input = String.join("\n", lines).getBytes(UTF_8);
    PrintStream outStream = new PrintStream(out, true, UTF_8);
    PrintStream errStream = new PrintStream(err, true, UTF_8);
    try (CommandLines piped =
            new PipedCommandLines(new ByteArrayInputStream(input), outStream, errStream);
        PromptSession session = new PromptSession(processor, piped, new Prompt(runs))) {
      session.run();
    }
  }
}
