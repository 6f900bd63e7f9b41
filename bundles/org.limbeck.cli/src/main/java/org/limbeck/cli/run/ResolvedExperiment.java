package org.limbeck.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.limbeck.cli.command.Yaml;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.report.RunFolder;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The experiment in a run folder, read without the plug-ins that it names.
 *
 * @param text the YAML document
 * @param values what it says
 */
record ResolvedExperiment(Path file, String text, Map<String, Object> values) {
  /** What the parts of one run may have of their own. */
  private static final Set<String> OWN = Set.of("transport", "part", "versions");

  /**
   * Reads the experiment of a run folder.
   *
   * @throws InvalidInputException if it is not YAML
   */
  static ResolvedExperiment of(Path run) throws IOException {
    Path file = run.resolve(RunFolder.EXPERIMENT_FILE);
    String text = Files.readString(file);
    try {
      return new ResolvedExperiment(file, text, Yaml.mapping(text));
    } catch (YamlEngineException e) {
      throw new InvalidInputException(
          new Origin(file.toString(), 0, ""), "is no resolved experiment: " + e.getMessage());
    }
  }

  /** Returns its name. */
  String name() {
    return Objects.toString(values.get("name"), "run");
  }

  /** Returns its description; empty if there is none. */
  String description() {
    return Objects.toString(values.get("description"), "");
  }

  /** Returns what to call the accuracy of its baseline in a table. */
  String baselineColumn() {
    return values.get("baseline") instanceof Map<?, ?> baseline
        ? BaselineRun.column(Objects.toString(baseline.get("name"), BaselineRun.LOCAL_ONLY))
        : BaselineRun.column(BaselineRun.LOCAL_ONLY);
  }

  /**
   * Makes sure that another part is of the same experiment.
   *
   * @throws InvalidInputException with the first difference, if there is one
   */
  void requireSame(ResolvedExperiment part) {
    difference("", values, part.values)
        .ifPresent(
            what -> {
              throw new InvalidInputException(
                  new Origin(part.file.toString(), 0, ""),
                  "this part is of another experiment than " + file + ": " + what);
            });
  }

  private static Optional<String> difference(String path, Object one, Object other) {
    if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
      Set<Object> keys = new LinkedHashSet<>(a.keySet());
      keys.addAll(b.keySet());
      return keys.stream()
          .filter(key -> !path.isEmpty() || !OWN.contains(key))
          .flatMap(key -> difference(join(path, key), a.get(key), b.get(key)).stream())
          .findFirst();
    }
    if (one instanceof List<?> a && other instanceof List<?> b && a.size() == b.size()) {
      for (int n = 0; n < a.size(); n++) {
        Optional<String> inside = difference(join(path, n), a.get(n), b.get(n));
        if (inside.isPresent()) {
          return inside;
        }
      }
      return Optional.empty();
    }
    return Objects.equals(one, other)
        ? Optional.empty()
        : Optional.of(path + " is " + text(other) + " here and " + text(one) + " there");
  }

  private static String join(String path, Object key) {
    return path.isEmpty() ? key.toString() : path + "." + key;
  }

  private static String text(Object value) {
    return value == null ? "missing" : value.toString();
  }
}
