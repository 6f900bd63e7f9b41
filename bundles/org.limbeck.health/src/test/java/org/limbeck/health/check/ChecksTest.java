package org.limbeck.health.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.BrokenJar;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;
import org.limbeck.health.CheckOutcome;
import org.limbeck.health.CheckOutcome.Level;

class ChecksTest {
  @TempDir private Path folder;

  @Test
  void looksAtTheDiskOfTheNearestFolderThatExists() {
    Result result = new DiskCheck(List.of(folder.resolve("a/b")), 0, 0).execute();

    assertThat(result.getStatus()).isEqualTo(Result.Status.OK);
    assertThat(result.toString()).contains(folder.toString()).doesNotContain("a/b");
  }

  @Test
  void comparesWithWhatIsWanted() {
    assertThat(disk(folder, Long.MAX_VALUE, 0)).isEqualTo(Result.Status.WARN);
    assertThat(disk(folder, Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Result.Status.CRITICAL);
  }

  @Test
  void namesTheKindsWithoutAPlugin() {
    assertThat(EngineCheck.missingKinds(new Catalog()))
        .hasSize(PluginKind.values().length - 3)
        .contains("any plug-in of kind codec")
        .doesNotContain(
            "any plug-in of kind topology",
            "any plug-in of kind attack",
            "any plug-in of kind observer");
    assertThat(EngineCheck.result(List.of("x")).getStatus()).isEqualTo(Result.Status.CRITICAL);
    assertThat(EngineCheck.result(List.of()).getStatus()).isEqualTo(Result.Status.OK);
  }

  @Test
  void reportsACheckThatThrows() {
    CheckOutcome outcome =
        TaggedChecks.outcome(
            "bad",
            () -> {
              throw new IllegalStateException("oh");
            });

    assertThat(outcome.level()).isEqualTo(Level.CRITICAL);
    assertThat(outcome.messages()).singleElement().asString().contains("oh");
  }

  @Test
  void passesOnWhatACheckFinds() {
    FormattingResultLog log = new FormattingResultLog();
    log.info("one");
    log.warn("two {}", 2);

    assertThat(TaggedChecks.outcome("good", () -> new Result(log)))
        .isEqualTo(new CheckOutcome("good", Level.WARNING, List.of("one", "two 2")));
  }

  private static Result.Status disk(Path folder, long warn, long critical) {
    return new DiskCheck(List.of(folder), warn, critical).execute().getStatus();
  }

  private static final class Catalog implements PluginCatalog {
    @Override
    public List<PluginDescription> plugins() {
      return List.of(
          new PluginDescription(PluginKind.TOPOLOGY, "ring", "", "b", "1", "p", List.of()));
    }

    @Override
    public List<UnavailablePlugin> unavailable() {
      return List.of();
    }

    @Override
    public List<BrokenJar> broken() {
      return List.of();
    }
  }
}
