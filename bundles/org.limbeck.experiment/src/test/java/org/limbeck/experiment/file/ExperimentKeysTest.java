package org.limbeck.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.SwappableNumber;

class ExperimentKeysTest {
  private static final Path DOCS = Path.of("../../docs");

  /** The least that an experiment must say. */
  private static final Map<String, String> LEAST =
      Map.of(
          "name", "least",
          "rounds", "10",
          "data", "digits",
          "reference", "digits",
          "devices", "[{count: 3, architecture: mlp}]");

  /** A value for each key that is neither the default nor that of the least experiment. */
  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("name", "other"),
          Map.entry("description", "'Another: one.'"),
          Map.entry("seed", "-7"),
          Map.entry("rounds", "20"),
          Map.entry("evaluateEvery", "3"),
          Map.entry("checkpointEvery", "4"),
          Map.entry("localSteps", "5"),
          Map.entry("batch", "6"),
          Map.entry("data", "{name: files, path: rows}"),
          Map.entry("partition", "dirichlet"),
          Map.entry("reference", "{name: files, path: rows}"),
          Map.entry("topology", "complete"),
          Map.entry("aggregation", "trimmed-mean"),
          Map.entry("weighting", "by-row"),
          Map.entry("codec", "uniform"),
          Map.entry("transport", "{name: mqtt, network: house}"),
          Map.entry("algorithm", "{rate: 0.75}"),
          Map.entry("mixing", "maximum-degree"),
          Map.entry("pace", "asynchronous"),
          Map.entry("baseline", "none"),
          Map.entry("handover", "{steps: 1, batch: 2, stepSize: 0.5}"),
          Map.entry("trigger", "{threshold: 0.25, share: 0.5}"),
          Map.entry("privacy", "{clip: 2, noise: 3, delta: 0.01}"),
          Map.entry("devices", "[{id: hall, architecture: mlp, slowness: 2}, {architecture: mlp}]"),
          Map.entry("adversaries", "{devices: 1, attack: label-flip}"),
          Map.entry("observers", "[tensorboard, {name: journal, path: here}]"),
          Map.entry("swaps", "[{round: 2, topology: complete}]"));

  /** Keys that say how the file is read, and of which an experiment has no value. */
  private static final Set<String> OF_THE_FILE = Set.of("dataset", "variants", "sweep", "versions");

  private final FakeCatalog catalog = new FakeCatalog();
  private final ExperimentReader reader = new ExperimentReader(catalog, catalog);
  private final ExperimentWriter writer = new ExperimentWriter();

  static Set<String> valueKeys() {
    return ExperimentKeys.ALL.stream()
        .map(ExperimentKey::name)
        .filter(key -> !OF_THE_FILE.contains(key))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyKeyHasAnotherValueHere() {
    assertThat(OTHER.keySet())
        .as("a new key needs a value in OTHER, that the tests below can write and read it")
        .containsExactlyInAnyOrderElementsOf(valueKeys());
    assertThat(ExperimentKeys.ALL).extracting(ExperimentKey::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("valueKeys")
  void whatAKeySaysIsWrittenAndReadBack(String key) {
    Experiment least = read(LEAST);
    Experiment other = read(with(LEAST, Map.of(key, OTHER.get(key))));
    assertThat(other).as("%s must reach the experiment", key).isNotEqualTo(least);
    assertThat(reader.read(writer.write(other), "written"))
        .as("%s must be written as it is read", key)
        .isEqualTo(other);
    assertThat(other.toBuilder().build()).as("%s must be copied", key).isEqualTo(other);
  }

  @Test
  void allKeysTogetherAreWrittenAndReadBack() throws ReflectiveOperationException {
    Experiment least = read(LEAST);
    Experiment full = read(OTHER);
    assertThat(reader.read(writer.write(full), "written")).isEqualTo(full);
    assertThat(full.toBuilder().build()).isEqualTo(full);
    for (RecordComponent component : Experiment.class.getRecordComponents()) {
      assertThat(component.getAccessor().invoke(full))
          .as("a key must give the experiment its %s", component.getName())
          .isNotEqualTo(component.getAccessor().invoke(least));
    }
  }

  @Test
  void everySharedKindOfPluginHasAKey() {
    assertThat(ExperimentKeys.ALL.stream().filter(ExperimentKey::isPlugin))
        .extracting(ExperimentKey::name)
        .containsAll(
            Stream.of(PluginKind.values())
                .filter(PluginKind::isShared)
                .map(PluginKind::key)
                .toList());
  }

  @Test
  void swapsChangeJustTheNumbersThatAreComparedAfterwards() {
    List<String> swapped =
        valueKeys().stream()
            .filter(key -> Stream.of(PluginKind.values()).noneMatch(k -> k.key().equals(key)))
            .filter(this::canBeSwapped)
            .toList();
    assertThat(SwappableNumber.values())
        .extracting(SwappableNumber::key)
        .containsExactlyInAnyOrderElementsOf(swapped);
  }

  @Test
  void theDocumentationOfSwapsNamesTheirNumbers() throws IOException {
    String row =
        Stream.of(SwappableNumber.values())
            .map(number -> "`" + number.key() + "`")
            .collect(Collectors.joining(", ", "| ", " | as in the experiment |"));
    assertThat(Files.readString(DOCS.resolve("swapping.md"))).contains(row);
  }

  @Test
  void theDocumentationHasTheTableOfKeys() throws IOException {
    String table =
        "| key | value | meaning | if absent |\n|---|---|---|---|\n"
            + ExperimentKeys.ALL.stream()
                .map(ExperimentKeysTest::row)
                .collect(Collectors.joining());
    String documentation = Files.readString(DOCS.resolve("writing-experiments.md"));
    assertThat(documentation.contains("\n\n" + table + "\n"))
        .as(
            "put this in the place of the table of keys in docs/writing-experiments.md, which"
                + " follows from ExperimentKeys:\n%s",
            table)
        .isTrue();
  }

  @Test
  void theDocumentationOfDevicesNamesTheKeysThatTheyShare() throws IOException {
    String documentation = Files.readString(DOCS.resolve("devices.md"));
    String begin = "\nThese mean what they do in an [experiment](writing-experiments.md): ";
    int start = documentation.indexOf(begin) + begin.length();
    String sentence = documentation.substring(start, documentation.indexOf(". ", start));
    assertThat(
            Stream.concat(
                Stream.of("data", "reference"),
                Pattern.compile("`(\\w+)`").matcher(sentence).results().map(m -> m.group(1))))
        .as("name the keys after '%s' in docs/devices.md", begin.strip())
        .containsExactlyInAnyOrderElementsOf(
            ExperimentKeys.ALL.stream()
                .filter(ExperimentKey::isInDeviceFiles)
                .map(ExperimentKey::name)
                .toList());
  }

  @Test
  void theKeysBelowAKeyAreDocumented() {
    for (ExperimentKey key : ExperimentKeys.ALL) {
      if (key.documentation().form().contains("group of `")) {
        String wrong = "{nonsense: 1}";
        String list = key.name().equals("devices") ? "[" + wrong + "]" : wrong;
        assertThatThrownBy(() -> read(with(LEAST, Map.of(key.name(), list))))
            .isInstanceOf(InvalidInputException.class)
            .message()
            .satisfies(
                message -> assertThat(allowed(message)).isEqualTo(quoted(key.documentation())));
      }
    }
  }

  private boolean canBeSwapped(String key) {
    String swap = "[{round: 2, " + key + ": " + OTHER.get(key) + "}]";
    try {
      return !read(with(LEAST, Map.of("swaps", swap))).swaps().isEmpty();
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private static String row(ExperimentKey key) {
    KeyDocumentation told = key.documentation();
    return "| `%s` | %s | %s | %s |\n"
        .formatted(key.name(), told.form(), told.meaning(), told.ifAbsent());
  }

  private static Set<String> allowed(String message) {
    String list = message.lines().filter(l -> l.contains("'nonsense'")).findFirst().orElseThrow();
    return Set.of(list.substring(list.indexOf("allowed: ") + "allowed: ".length()).split(", "));
  }

  private static Set<String> quoted(KeyDocumentation documentation) {
    return Pattern.compile("`(\\w+)`")
        .matcher(documentation.form())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> with(Map<String, String> keys, Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(keys);
    all.putAll(others);
    return all;
  }

  private Experiment read(Map<String, String> keys) {
    String text =
        keys.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
            .collect(Collectors.joining());
    return reader.read(text, "test");
  }
}
