package org.limbeck.launcher.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The result of a run as it was recorded: {@code summary.json} without its timing, and {@code
 * metrics.csv}.
 *
 * @param folder where the two are, and the vector units of the processor where they matter
 */
record Recording(Path folder) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path RECORDINGS = Path.of("src/test/resources/recordings");
  private static final String SUMMARY = "summary.json";
  private static final String METRICS = "metrics.csv";
  private static final String PROCESSOR = "processor.txt";
  private static final List<String> OF_CLASSES =
      List.of("macroF1", "calibrationError", "f1", "confusion");
  private static final List<String> OF_CLASSES_IN_THE_MEAN =
      List.of("classNames", "meanMacroF1", "meanCalibrationError", "meanF1", "meanConfusion");

  /** Returns the recording of a name. */
  static Recording of(String name) {
    return new Recording(RECORDINGS.resolve(name));
  }

  /** Records what a run has left. */
  void write(Path run) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(SUMMARY), summary(run));
    Files.writeString(folder.resolve(METRICS), metrics(run));
  }

  /** Notes the vector units of this machine's processor. */
  void writeProcessor() throws IOException {
    Files.writeString(folder.resolve(PROCESSOR), VectorUnits.here() + "\n");
  }

  /** Returns the vector units of the processor that it was recorded on. */
  String processor() throws IOException {
    return Files.readString(folder.resolve(PROCESSOR)).strip();
  }

  /** Compares it with what a run has left. */
  void assertSame(Path run) throws IOException {
    assertSameLines(METRICS, metrics(run));
    assertSameLines(SUMMARY, summary(run));
  }

  private void assertSameLines(String file, String actual) throws IOException {
    String recorded = Files.readString(folder.resolve(file));
    List<String> expected = recorded.lines().toList();
    List<String> lines = actual.lines().toList();
    int same = 0;
    while (same < Math.min(expected.size(), lines.size())
        && expected.get(same).equals(lines.get(same))) {
      same++;
    }
    assertThat(line(lines, same))
        .as("line %d of %s, recorded in %s", same + 1, file, folder)
        .isEqualTo(line(expected, same));
    assertThat(actual).as("%s, byte by byte", file).isEqualTo(recorded);
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "(no line)";
  }

  /**
   * Bytes on the wire depend on time: a frame that comes late is asked for again. How classes are
   * taken for each other is left out: it is counted from what the accuracy is counted from, and
   * would be most of a recording.
   */
  private static String summary(Path run) throws IOException {
    ObjectNode summary = (ObjectNode) MAPPER.readTree(run.resolve(SUMMARY).toFile());
    assertThat(summary.remove("timing")).isNotNull();
    summary.remove(List.of("wireBytesSentPerDevice", "wireBytesSentTotal"));
    summary
        .findParents("wireBytesSent")
        .forEach(device -> ((ObjectNode) device).remove("wireBytesSent"));
    summary.remove(OF_CLASSES_IN_THE_MEAN);
    summary.get("devices").forEach(device -> ((ObjectNode) device).remove(OF_CLASSES));
    return summary.toPrettyString() + "\n";
  }

  private static String metrics(Path run) throws IOException {
    List<String> lines = Files.readAllLines(run.resolve(METRICS));
    int wire = List.of(lines.get(0).split(",")).indexOf("wireBytesSent");
    return lines.stream()
        .map(line -> without(wire, line))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** No value before that column has a comma in it. */
  private static String without(int column, String line) {
    List<String> values = new ArrayList<>(List.of(line.split(",", -1)));
    values.remove(column);
    return String.join(",", values);
  }
}
