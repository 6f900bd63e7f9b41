package org.limbeck.launcher.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.network.SharedBroker;
import org.limbeck.launcher.process.Shell;

/** Devices on their own learn from what comes into their folders while they run. */
@Timeout(240)
class DeviceDataIT {
  private static final String NOTICE = "what has come to the private data is not used: ";

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @TempDir private Path folder;
  private Household house;

  @BeforeEach
  void furnish() throws IOException {
    house = new Household(new Shell(folder, BROKER.distribution()).quick(), BROKER.url());
  }

  @AfterEach
  void end() {
    house.close();
  }

  @Test
  void learnFromRowsThatCome() throws Exception {
    Path own = house.data("kitchen");
    Shell.Running kitchen = house.start("kitchen");
    kitchen.await(() -> house.round("kitchen") >= 200);
    assertThat(rows()).isEqualTo(60);
    assertThat(house.accuracy("kitchen")).isLessThan(0.55);

    // Half of a file, and then all of it.
    List<String> seen = house.digits("56789");
    Path more = own.resolve("more.csv");
    Files.writeString(more, seen.get(0) + "\n0,0,5");
    kitchen.awaitErr(NOTICE);
    assertThat(kitchen.errSoFar()).contains(more + ":2: 3 columns, not 65");
    assertThat(rows()).isEqualTo(60);
    assertThat(house.infer("kitchen")).hasSize(10);
    Files.write(more, seen);
    kitchen.await(() -> house.accuracy("kitchen") >= 0.62);
    int all = 60 + seen.size() - 1;
    assertThat(rows()).isEqualTo(all);

    // A row more, and a file less.
    Files.write(more, seen.subList(1, 2), StandardOpenOption.APPEND);
    kitchen.await(() -> rows() == all + 1);
    Files.delete(own.resolve("digits.csv"));
    kitchen.await(() -> rows() == seen.size());
    assertThat(kitchen.errSoFar()).containsOnlyOnce(NOTICE);

    kitchen.kill();
    Files.write(own.resolve("back.csv"), house.digits("0"));
    kitchen = house.start("kitchen");
    kitchen.await(() -> rows() > seen.size());
    assertThat(kitchen.errSoFar()).contains("goes on from round ");
  }

  /** A bomb costs its file, and nothing else. */
  @Test
  void goOnWhereAFileUnpacksToAGigabyte() throws Exception {
    Path own = house.data("kitchen");
    Shell.Running kitchen = house.start("kitchen");
    kitchen.await(() -> house.round("kitchen") >= 50);
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) '7');
    Path bomb = own.resolve("bomb.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write((house.digits("5").get(0) + "\n").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 1024; i++) {
        out.write(megabyte);
      }
    }
    kitchen.awaitErr(NOTICE);
    assertThat(kitchen.errSoFar())
        .contains(bomb + ": the row at line 2 has more than 16,777,216 characters");
    long reached = house.round("kitchen");
    kitchen.await(() -> house.round("kitchen") > reached + 50);
    assertThat(rows()).isEqualTo(60);
    kitchen.kill();
  }

  private int rows() throws IOException {
    return house.status("kitchen").path("privateRows").asInt();
  }
}
