package org.limbeck.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run that has ended leaves, as far as it must not depend on how it came about. */
public final class Outcome {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Outcome() {}

  /**
   * Reads a run folder: every file with its bytes, {@code summary.json} without its timing, and of
   * checkpoints and the page, which tell of times too, that they are there.
   */
  public static SortedMap<String, Object> of(Path run) throws IOException {
    SortedMap<String, Object> outcome = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        outcome.put(run.relativize(file).toString(), content(file));
      }
    }
    return outcome;
  }

  private static Object content(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.equals("summary.json")) {
      ObjectNode summary = (ObjectNode) MAPPER.readTree(file.toFile());
      assertThat(summary.remove("timing")).isNotNull();
      return summary;
    }
    if (name.endsWith(".checkpoint") || name.equals("report.html")) {
      return "present";
    }
    return name.endsWith(".bin")
        ? ByteBuffer.wrap(Files.readAllBytes(file))
        : Files.readString(file);
  }
}
