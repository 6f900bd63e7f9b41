package org.limbeck.launcher.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which vector units a processor has: native code chooses its kernels, and so its rounding, by
 * them.
 */
final class VectorUnits {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final List<String> UNITS = List.of("avx", "fma", "avx2", "avx512f", "avx512_bf16");

  private VectorUnits() {}

  /** Returns the kind of this machine's processor, and those of the units that it has. */
  static String here() throws IOException {
    List<String> flags = Files.isReadable(PROCESSOR) ? flags() : List.of();
    return Stream.concat(
            Stream.of(System.getProperty("os.arch")), UNITS.stream().filter(flags::contains))
        .collect(Collectors.joining(" "));
  }

  private static List<String> flags() throws IOException {
    try (Stream<String> lines = Files.lines(PROCESSOR)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Arrays.asList(line.split("\\s+")))
          .orElse(List.of());
    }
  }
}
