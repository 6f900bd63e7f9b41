package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** Without a broker of one's own, the distribution starts one, which does not outlive its user. */
class EmbeddedBrokerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder, Shell.DISTRIBUTION, SplitRun.EXPERIMENT).quick();
  }

  @Test
  void carriesTheFramesOfARun() throws Exception {
    Shell.Result result =
        shell.run(
            "run", SplitRun.EXPERIMENT, "--transport=mqtt", "--set=baseline=none", "--out=run");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("mean");
  }

  @Test
  void servesTwoPartsAndEndsWithTheOneThatStartedItAlsoIfThatIsKilled() throws Exception {
    int port = Mosquitto.freePort();
    Shell.Running first = part("0-2", "embedded:" + port);
    first.await(() -> isListening(port));
    Shell.Running second = part("3-4", "mqtt://127.0.0.1:" + port);
    RunProgress progress = new RunProgress(shell.folder().resolve("part-0-2"));
    first.await(() -> RunProgress.round(progress.together()) > 0);
    Path log = logOfBroker();
    first.kill();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (isListening(port) && Instant.now().isBefore(deadline)) {
      Thread.sleep(50);
    }
    assertThat(isListening(port)).isFalse();
    while (Files.exists(log.getParent()) && Instant.now().isBefore(deadline)) {
      Thread.sleep(50);
    }
    assertThat(log.getParent()).doesNotExist();
    second.kill();
  }

  private Path logOfBroker() throws IOException {
    try (Stream<Path> files = Files.walk(shell.temporary())) {
      return files.filter(file -> file.endsWith("broker.log")).findFirst().orElseThrow();
    }
  }

  private Shell.Running part(String devices, String broker) throws IOException {
    return shell.start(
        "run",
        SplitRun.EXPERIMENT,
        "--broker=" + broker,
        "--devices=" + devices,
        "--set=baseline=none",
        "--set=rounds=1000000",
        "--set=checkpointEvery=5",
        "--threads=1",
        "--out=part-" + devices);
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
