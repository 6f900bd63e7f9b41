package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.topology.Edge;

class EdgeListTest {
  private static final List<String> DEVICES = List.of("device-1", "device-2", "attic", "2");

  @TempDir private Path folder;

  @Test
  void namesDevicesByIdOrCountsThemFromOne() throws IOException {
    assertThat(
            connect(
                """
                # who talks to whom
                device-1 attic   # two ids

                \t1   device-2
                3\t4
                attic device-1
                """))
        .containsExactly(new Edge(0, 1), new Edge(0, 2), new Edge(2, 3));
  }

  @Test
  void anIdThatIsANumberCountsAsAnId() throws IOException {
    assertThat(connect("2 attic")).containsExactly(new Edge(2, 3));
  }

  @Test
  void mayBeEmpty() throws IOException {
    assertThat(connect("# nobody\n")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstId() throws IOException {
    assertThat(connect("\uFEFFdevice-1 attic\n")).containsExactly(new Edge(0, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attik 1        | there is no device 'attik'; the nearest id is 'attic', and numbers count from 1 to 4
          1 device-3     | there is no device 'device-3'; the nearest id is 'device-1', and numbers count from 1 to 4
          1 5            | there is no device '5'; the nearest id is '2', and numbers count from 1 to 4
          0 1            | there is no device '0'; the nearest id is '2', and numbers count from 1 to 4
          1 device-1     | an edge joins two devices, not 1 to itself
          1              | '1' is no edge: write two devices with a space between, such as 1 2
          1 2 3 # three  | '1 2 3' is no edge: write two devices with a space between, such as 1 2
          1-2            | '1-2' is no edge: write two devices with a space between, such as 1 2
          """)
  void saysWhichLineIsWrong(String line, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> connect("1 attic\n\n" + line + "\n"))
        .withMessage("file: " + folder.resolve("edges.txt") + ":3: " + message);
  }

  @Test
  void saysWhatIsWrongWithTheFile() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});
    assertRefused(folder.resolve("missing"), "does not exist");
    assertRefused(folder, "is a folder");
    assertRefused(binary, "cannot be read: it is not text in UTF-8: save it as UTF-8");
  }

  private static void assertRefused(Path file, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EdgeList(file.toString()))
        .withMessage("file: " + file + " " + reason);
  }

  private List<Edge> connect(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("edges.txt"), text);
    return new EdgeList(file.toString()).connect(DEVICES, new SplittableRandom(1)).edges();
  }
}
