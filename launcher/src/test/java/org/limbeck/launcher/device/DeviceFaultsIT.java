package org.limbeck.launcher.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.launcher.network.SharedBroker;
import org.limbeck.launcher.process.Shell;

/** Devices on their own that are killed come back as who they were. */
@Timeout(240)
class DeviceFaultsIT {
  private static final List<String> BOTH = List.of("kitchen", "attic");

  /** Alone, neither has seen so many of the digits. */
  private static final double TAUGHT = 0.6;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @TempDir private Path folder;
  private Shell shell;
  private Household house;

  @BeforeEach
  void furnish() throws IOException {
    shell = new Shell(folder, BROKER.distribution()).quick();
    house = new Household(shell, BROKER.url());
  }

  @AfterEach
  void end() {
    house.close();
  }

  /** Killed before the two have learnt much, so that what they learn they learn afterwards. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoIsKilledIsNotLockedOut(boolean signed) throws Exception {
    String network = "--set=network=signed-" + signed;
    Shell.Running attic = house.start("attic", network, keys(signed), "--set=checkpointEvery=20");
    attic.await(() -> house.round("attic") >= 20);
    Shell.Running kitchen = house.start("kitchen", network, keys(signed));
    kitchen.await(() -> house.round("kitchen") >= 40 && !house.neighbours("kitchen").isEmpty());
    attic.kill();
    assertThat(house.haveLearnt(BOTH, TAUGHT)).isFalse();
    kitchen.awaitErr("attic is silent: waits 300 s for it\n");
    assertThat(house.neighbours("kitchen")).as("it may come back").containsExactly("attic");

    attic = house.start("attic", network, keys(signed), "--set=checkpointEvery=20");
    attic.awaitErr("goes on from round ");
    assertThat(
            Long.parseLong(attic.errSoFar().replaceAll("(?s).*goes on from round (\\d+).*", "$1")))
        .isGreaterThanOrEqualTo(20);
    kitchen.await(() -> house.haveLearnt(BOTH, TAUGHT));
    assertThat(kitchen.terminate().err())
        .containsSubsequence("attic is there\n", "attic is silent", "attic is there\n")
        .doesNotContain("refuses");
    attic.awaitErr("kitchen has left\n");
    assertThat(attic.terminate().err()).doesNotContain("refuses");
  }

  private String keys(boolean signed) throws Exception {
    if (!signed) {
      return "--set=description=unsigned";
    }
    Path keys = folder.resolve("keys");
    if (!keys.toFile().exists()) {
      Shell.Result result =
          shell.run("keys", "create", "kitchen", "attic", "--dir", keys.toString());
      assertThat(result.exitCode()).as(result.err()).isZero();
    }
    return "--set=keys=" + keys;
  }
}
