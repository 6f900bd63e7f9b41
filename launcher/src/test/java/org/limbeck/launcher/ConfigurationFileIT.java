package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** Files in etc/ set options of plug-ins in place. */
class ConfigurationFileIT {
  private static final String FILE = "org.limbeck.algorithms.DistributedDistillation-live.cfg";

  @TempDir private Path folder;
  private Path etc;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    Path home = DistributionCopy.small(folder.resolve("limbeck"));
    etc = home.resolve("etc");
    shell = new Shell(folder, home).quick();
  }

  @Test
  void reconfigureAPluginWhileDevicesLearn() throws Exception {
    RunProgress run = new RunProgress(shell.folder().resolve("run"));
    Shell.Running running =
        shell.start(
            "run",
            "small.yaml",
            "--out=run",
            "--set=rounds=100000",
            "--set=evaluateEvery=50000",
            "--set=checkpointEvery=50",
            "--set=baseline=none");
    running.await(() -> RunProgress.round(run.together()) > 0);
    Files.writeString(etc.resolve(FILE), "regularization = 7\n");
    running.awaitErr("-> distributed-distillation {regularization: 7.0} (etc/" + FILE + ")\n");
    Files.writeString(etc.resolve(FILE), "regularisation = 8\n");
    running.awaitErr("etc/" + FILE + " is not used: etc/" + FILE + ":1: algorithm.regularisation:");
    Shell.Result result = running.interrupt();
    assertThat(result.err()).contains("did you mean 'regularization'?").doesNotContain("\tat ");
  }
}
