package org.limbeck.architectures.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long programs live, with a process in the place of Limbeck. */
class ChildLifeTest {
  private static final long SECONDS = 30;

  private Process host;
  private List<ProcessHandle> children = List.of();

  @BeforeEach
  void requireShell() {
    assumeTrue(Command.hasShell(), "there is no POSIX shell");
  }

  @AfterEach
  void end() {
    children.forEach(ProcessHandle::destroyForcibly);
    if (host != null) {
      host.destroyForcibly();
    }
  }

  @Test
  void aProgramEndsWithLimbeck() throws Exception {
    start(TestProgram.command());
    host.getOutputStream().close();
    assertThat(host.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(host.exitValue()).isZero();
    requireNoChild();
  }

  @Test
  void aProgramEndsWhenLimbeckIsKilledThoughItDoesNotListen() throws Exception {
    start(TestProgram.command("do=linger", "at=2"));
    host.destroyForcibly().waitFor();
    requireNoChild();
  }

  @Test
  void aProgramDoesNotNoticeAnInterruption() throws Exception {
    start(TestProgram.command());
    for (ProcessHandle child : children) {
      for (String signal : List.of("INT", "HUP")) {
        assertThat(signal(signal, child)).isZero();
      }
    }
    assertThat(host.isAlive()).isTrue();
    assertThat(children).allMatch(ProcessHandle::isAlive);
    host.getOutputStream().close();
    assertThat(host.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(host.exitValue()).as("its programs have ended as they were told to").isZero();
    requireNoChild();
  }

  private static int signal(String signal, ProcessHandle process)
      throws IOException, InterruptedException {
    return new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
        .start()
        .waitFor();
  }

  /** The program and its guard. */
  private void start(List<String> program) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                HostProgram.class.getName()));
    command.addAll(program);
    host = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    try (BufferedReader output = host.inputReader()) {
      assertThat(output.readLine()).isEqualTo("started");
    }
    children = host.children().toList();
    assertThat(children).hasSize(2);
  }

  private void requireNoChild() throws Exception {
    for (ProcessHandle child : children) {
      assertThat(child.onExit().get(SECONDS, TimeUnit.SECONDS)).isNotNull();
    }
  }
}
