package org.limbeck.launcher.recording;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /** Returns the recording of a name. */
  static Recording of(String name) {
    return new Recording(RECORDINGS.resolve(name));
  }

  /** Records what a run has left. */
  void write(Path run) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(SUMMARY), summary(run));
    Files.copy(run.resolve(METRICS), folder.resolve(METRICS), REPLACE_EXISTING);
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
    assertSameLines(METRICS, Files.readString(run.resolve(METRICS)));
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

  private static String summary(Path run) throws IOException {
    ObjectNode summary = (ObjectNode) MAPPER.readTree(run.resolve(SUMMARY).toFile());
    assertThat(summary.remove("timing")).isNotNull();
    return summary.toPrettyString() + "\n";
  }
}
