package org.limbeck.datasets.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IdxArrayPropertyTest {

  @Property(tries = 50)
  void readsWhatIsWritten(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 7) Integer> sides,
      @ForAll boolean compressed,
      @ForAll long seed)
      throws IOException {
    int[] sizes = sizes(sides);
    byte[] values = values(sizes, seed);
    withFile(
        compressed,
        IdxFixture.idx(values, sizes),
        file -> {
          IdxArray array = IdxArray.read(file);
          assertThat(array.sizes()).isEqualTo(sizes);
          assertThat(array.values()).isEqualTo(values);
        });
  }

  @Property(tries = 50)
  void refusesFilesThatAreCut(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 5) Integer> sides,
      @ForAll boolean compressed,
      @ForAll long seed)
      throws IOException {
    int[] sizes = sizes(sides);
    byte[] whole = IdxFixture.idx(values(sizes, seed), sizes);
    int length = new Random(seed).nextInt(whole.length);
    withFile(
        compressed,
        Arrays.copyOf(whole, length),
        file ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxArray.read(file))
                .withMessage(file + ": the file ends too early"));
  }

  private static int[] sizes(List<Integer> sides) {
    return sides.stream().mapToInt(Integer::intValue).toArray();
  }

  private static byte[] values(int[] sizes, long seed) {
    byte[] values = new byte[Arrays.stream(sizes).reduce(1, (a, b) -> a * b)];
    new Random(seed).nextBytes(values);
    return values;
  }

  private interface Check {
    void on(Path file);
  }

  private static void withFile(boolean compressed, byte[] content, Check check) throws IOException {
    Path file = Files.createTempFile("idx", compressed ? ".gz" : "");
    try {
      IdxFixture.write(file, content);
      check.on(file);
    } finally {
      Files.delete(file);
    }
  }
}
