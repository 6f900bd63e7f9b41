package org.limbeck.launcher.attack;

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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the parts of a run in step leave, as far as nothing on the network may change it: models,
 * figures and summaries, without times, and without the bytes on the wire.
 *
 * @param results each file's content
 * @param refused how many frames the devices have refused
 */
record RunBits(SortedMap<String, Object> results, long refused) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Reads the folders of all parts. */
  static RunBits of(List<Path> parts) throws IOException {
    SortedMap<String, Object> results = new TreeMap<>();
    long refused = 0;
    for (Path part : parts) {
      String name = part.getFileName() + "/";
      ObjectNode summary = (ObjectNode) MAPPER.readTree(part.resolve("summary.json").toFile());
      refused += refused(summary);
      results.put(name + "summary.json", summary);
      results.put(name + "metrics.csv", metrics(part.resolve("metrics.csv")));
      try (Stream<Path> files = Files.walk(part)) {
        for (Path file : files.filter(file -> file.endsWith("model.bin")).toList()) {
          results.put(file.toString().substring(part.toString().length()), bytes(file));
        }
      }
    }
    return new RunBits(results, refused);
  }

  /** Takes what may differ out of a summary, and returns how many frames were refused. */
  private static long refused(ObjectNode summary) {
    assertThat(summary.remove("timing")).isNotNull();
    summary.remove(List.of("wireBytesSentPerDevice", "wireBytesSentTotal"));
    long refused = 0;
    for (JsonNode device : summary.get("devices")) {
      ((ObjectNode) device).remove("wireBytesSent");
      refused += ((ObjectNode) device).remove("refusedFrames").longValue();
    }
    return refused;
  }

  private static List<List<String>> metrics(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> names = List.of(lines.get(0).split(",", -1));
    int[] kept =
        IntStream.range(0, names.size()).filter(i -> !names.get(i).startsWith("wire")).toArray();
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      rows.add(IntStream.of(kept).mapToObj(i -> cells[i]).toList());
    }
    return rows;
  }

  private static ByteBuffer bytes(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file));
  }
}
