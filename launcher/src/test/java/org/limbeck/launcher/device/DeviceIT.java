package org.limbeck.launcher.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.architectures.external.TestProgram;
import org.limbeck.launcher.network.SharedBroker;
import org.limbeck.launcher.process.Shell;

/** Devices on their own come, learn from each other, go, and come back. */
@Timeout(240)
class DeviceIT {
  private static final List<String> ALL = List.of("kitchen", "hall", "attic");
  private static final List<Integer> SAMPLES = List.of(6, 8, 1, 6, 8, 0, 8, 1, 4, 6);
  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;

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

  @Test
  void learnFromEachOtherWhatTheyHaveNotSeen() throws Exception {
    Shell.Running kitchen = house.start("kitchen", "--json");
    kitchen.await(() -> house.round("kitchen") >= 20);
    Object preprocessing = fileKey(house.folder("kitchen").resolve("preprocessing.json"));
    Shell.Running hall = house.start("hall");
    kitchen.await(() -> house.neighbours("kitchen").equals(List.of("hall")));
    Shell.Running attic = house.start("attic", "--quiet");
    attic.await(() -> house.neighbours("attic").equals(List.of("hall", "kitchen")));
    kitchen.await(() -> house.haveLearnt(ALL, 0.7));
    for (String device : ALL) {
      assertThat(house.seen(device)).as("the most that it could reach alone").isLessThan(0.57);
    }

    Shell.Result left = hall.interrupt();
    long leftAfter = house.round("hall");
    assertThat(left.exitCode()).isEqualTo(INTERRUPTED);
    assertThat(left.err()).endsWith("stopped after round " + leftAfter + "\n");
    assertThat(house.status("hall").get("state").textValue()).isEqualTo("stopped");
    kitchen.awaitErr("hall has left\n");
    kitchen.await(() -> house.neighbours("kitchen").equals(List.of("attic")));
    assertThat(right(house.infer("hall"))).isGreaterThanOrEqualTo(6);

    hall = house.start("hall");
    hall.awaitErr("goes on from round " + leftAfter + "\n");
    hall.await(() -> house.round("hall") > leftAfter + 20 && house.accuracy("hall") > 0.65);
    kitchen.await(() -> house.neighbours("kitchen").equals(List.of("attic", "hall")));

    assertThat(fileKey(house.folder("kitchen").resolve("preprocessing.json")))
        .as("what has not changed is not written again")
        .isEqualTo(preprocessing);
    Shell.Result terminated = kitchen.terminate();
    assertThat(terminated.exitCode()).isEqualTo(TERMINATED);
    assertThat(terminated.err())
        .containsSubsequence(
            "hall is there\n", "attic is there\n", "hall has left\n", "hall is there\n");
    assertThat(terminated.out().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{\"device\":\"kitchen\""));
    attic.awaitErr("kitchen has left\n");
    assertThat(attic.terminate().err()).doesNotContain("accuracy");
    assertThat(hall.terminate().exitCode()).isEqualTo(TERMINATED);
  }

  /** Four on a ring; when they have learnt, two go for good, and two come that know little. */
  @Test
  void goOnWhenHalfOfThemAreReplaced() throws Exception {
    house.add("cellar", "kitchen", "89");
    house.add("garage", "kitchen", "12");
    house.add("garden", "hall", "34");
    String ring = "--set=topology=ring";
    Shell.Running kitchen = house.start("kitchen", ring);
    Shell.Running hall = house.start("hall", ring);
    Shell.Running attic = house.start("attic", ring);
    Shell.Running cellar = house.start("cellar", ring);
    kitchen.await(() -> house.haveLearnt(List.of("kitchen", "hall", "attic", "cellar"), 0.66));
    assertThat(house.neighbours("kitchen")).hasSize(2);

    assertThat(kitchen.terminate().exitCode()).isEqualTo(TERMINATED);
    Shell.Running garage = house.start("garage", ring);
    assertThat(cellar.terminate().exitCode()).isEqualTo(TERMINATED);
    Shell.Running garden = house.start("garden", ring);
    List<String> now = List.of("attic", "garage", "garden", "hall");
    garden.await(() -> house.neighbours("garden").size() == 2 && house.round("garden") > 100);
    assertThat(house.seen("garden")).isLessThan(0.3);
    garden.await(() -> house.haveLearnt(now, 0.66));

    for (String device : now) {
      assertThat(house.neighbours(device)).hasSize(2).isSubsetOf(now);
    }
    for (Shell.Running running : List.of(hall, attic, garage, garden)) {
      assertThat(running.process().isAlive()).isTrue();
    }
  }

  @Test
  void learnAndAnswerByProgramsOfTheirOwn() throws Exception {
    String program = TestProgram.command().stream().collect(Collectors.joining("', '", "['", "']"));
    String external = "--set=architecture={name: external, command: " + program + "}";
    Shell.Running kitchen = house.start("kitchen", external);
    Shell.Running hall = house.start("hall");
    Shell.Running attic = house.start("attic", external);
    kitchen.await(() -> house.haveLearnt(ALL, 0.7));
    assertThat(kitchen.terminate().exitCode()).isEqualTo(TERMINATED);
    assertThat(right(house.infer("kitchen"))).isGreaterThanOrEqualTo(6);

    long before = house.round("kitchen");
    kitchen = house.start("kitchen", external);
    kitchen.awaitErr("goes on from round " + before + "\n");
    kitchen.await(() -> house.round("kitchen") > before + 20 && house.accuracy("kitchen") > 0.65);
    for (Shell.Running running : List.of(kitchen, hall, attic)) {
      assertThat(running.terminate().exitCode()).isEqualTo(TERMINATED);
    }
  }

  @Test
  void saysWhatIsWrongAndLeavesNothing() throws Exception {
    Path file = house.file("kitchen");
    List<String> before = shell.files();
    Files.writeString(house.data("kitchen").resolve("more.csv"), "p0,digit\n1,2\n");
    Shell.Result result = shell.run("device", file.toString(), "--set=broker=" + BROKER.url());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("limbeck: " + file + ":")
        .contains(
            ": data: own-csv: "
                + house.data("kitchen").resolve("more.csv")
                + ": there is no column 'p1'")
        .hasLineCount(1);
    Files.delete(house.data("kitchen").resolve("more.csv"));
    assertThat(shell.files()).isEqualTo(before);
  }

  /** Returns what tells a file from another one that takes its place. */
  private static Object fileKey(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private static long right(List<Integer> classes) {
    long right = 0;
    for (int i = 0; i < SAMPLES.size(); i++) {
      right += classes.get(i).equals(SAMPLES.get(i)) ? 1 : 0;
    }
    return right;
  }
}
