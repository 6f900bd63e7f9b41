package org.limbeck.launcher.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.PluginFolder;
import org.limbeck.launcher.process.RunProgress;
import org.limbeck.launcher.process.Shell;

/** Jars that come and go while a run needs them. */
class LiveDropInIT {
  private static final String JAR = "thirdparty.jar";

  @TempDir private Path folder;
  private PluginFolder plugins;
  private Shell shell;
  private RunProgress run;

  @BeforeEach
  void open() throws IOException {
    Path home = DistributionCopy.small(folder.resolve("limbeck"));
    plugins = PluginFolder.of(home);
    plugins.put(JAR, PluginFolder::thirdParty);
    shell = new Shell(folder, home).quick();
    run = new RunProgress(shell.folder().resolve("run"));
  }

  @Test
  void areTakenUpAndWaitedFor() throws Exception {
    Shell.Running running = start("--patience=60");
    running.await(() -> RunProgress.round(run.together()) > 0);
    plugins.put("newer.jar", PluginFolder.thirdParty("0.3.0"));
    running.awaitErr("-> wheel (0.3.0) (plugins/newer.jar)\n");
    plugins.remove(JAR);
    plugins.remove("newer.jar");
    running.awaitErr(": waiting for topology wheel: it is not there any more\n");
    plugins.put("newest.jar", PluginFolder::half);
    running.awaitErr("plugins/newest.jar is not used: it cannot be read as a jar");
    plugins.put("newest.jar", PluginFolder.thirdParty("0.4.0"));
    Shell.Result result = running.finish();

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .containsSubsequence(
            "plugins/thirdparty.jar is not used: newer.jar is a newer version",
            ": topology: wheel (0.2.0.SNAPSHOT) -> wheel (0.3.0) (plugins/newer.jar)\n",
            "paused after round ",
            ": topology: wheel (0.3.0) -> wheel (0.4.0) (plugins/newest.jar)\n",
            "goes on after round ",
            "round 1000/1000")
        .doesNotContain("\tat ", "WARN", "ERROR");
    JsonNode summary = new ObjectMapper().readTree(run.folder().resolve("summary.json").toFile());
    assertThat(summary.get("swaps"))
        .extracting(swap -> swap.get("by").textValue())
        .containsExactly("plugins/newer.jar", "plugins/newest.jar");
  }

  @Test
  void areNotWaitedForForEver() throws Exception {
    Shell.Running running = start("--patience=1");
    running.await(() -> RunProgress.round(run.together()) > 0);
    plugins.remove(JAR);
    Shell.Result impatient = running.finish();
    long round = RunProgress.round(run.together());
    Shell.Result without = shell.run("resume", "run");
    plugins.put(JAR, PluginFolder::thirdParty);
    Shell.Result resumed = shell.run("resume", "run");

    assertThat(impatient.exitCode()).isEqualTo(2);
    assertThat(impatient.out()).isEmpty();
    assertThat(impatient.err())
        .doesNotContain("\tat ")
        .endsWith(
            """
            paused after round %1$d: waiting for topology wheel: it is not there any more
            limbeck: after round %1$d: waiting for topology wheel: it is not there any more; \
            waited 1 s for it
            limbeck: stopped after round %1$d of 1000; go on with: limbeck resume run
            """
                .formatted(round));
    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err()).contains("run/experiment.yaml:", "there is no topology 'wheel'");
    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.err()).startsWith("goes on from round " + round + "/1000\n");
    assertThat(run.folder().resolve("summary.json")).content().contains("\"swaps\": []");
  }

  private Shell.Running start(String option) throws IOException {
    return shell.start(
        "run",
        "small.yaml",
        "--out=run",
        "--set=topology.name=wheel",
        "--set=rounds=1000",
        "--set=evaluateEvery=500",
        "--set=checkpointEvery=50",
        "--set=baseline=none",
        option);
  }
}
