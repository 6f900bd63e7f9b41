package org.limbeck.launcher.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a split run that was joined has in common with the same run in one process. */
final class JoinedOutcome {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int WIRE_BYTES = 10;

  private JoinedOutcome() {}

  /** Joins the parts, and compares figures and models with those of the whole. */
  static void assertSame(SplitRun split, Path whole) throws IOException, InterruptedException {
    Path joined = split.join();
    assertThat(summary(joined)).isEqualTo(summary(whole));
    assertThat(metrics(joined)).isEqualTo(metrics(whole));
    assertThat(models(split.folders())).isEqualTo(models(Stream.of(whole))).hasSize(5);
  }

  private static Map<String, ByteBuffer> models(Stream<Path> runs) throws IOException {
    Map<String, ByteBuffer> models = new TreeMap<>();
    for (Path run : runs.toList()) {
      try (Stream<Path> files = Files.walk(run)) {
        for (Path file : files.filter(file -> file.endsWith("model.bin")).toList()) {
          models.put(run.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        }
      }
    }
    return models;
  }

  private static List<List<String>> metrics(Path run) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("metrics.csv"))) {
      List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
      cells.remove(WIRE_BYTES);
      lines.add(cells);
    }
    return lines;
  }

  private static JsonNode summary(Path run) throws IOException {
    ObjectNode summary = (ObjectNode) MAPPER.readTree(run.resolve("summary.json").toFile());
    assertThat(summary.remove("timing")).isNotNull();
    summary.remove(List.of("wireBytesSentPerDevice", "wireBytesSentTotal"));
    summary.get("devices").forEach(device -> ((ObjectNode) device).remove("wireBytesSent"));
    return summary;
  }
}
