package org.limbeck.experiment.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentVariant;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;
import org.limbeck.experiment.plugin.OptionRules;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.yaml.YamlNode;
import org.limbeck.experiment.yaml.YamlParser;
import org.limbeck.experiment.yaml.YamlSetting;

/** Reads experiment files. */
public final class ExperimentReader {
  private final PluginCatalog catalog;
  private final OptionRules rules;

  /** Makes a reader that validates against a catalog. */
  public ExperimentReader(PluginCatalog catalog, OptionRules rules) {
    this.catalog = catalog;
    this.rules = rules;
  }

  /**
   * Reads an experiment.
   *
   * @param file the file
   * @param settings values that replace those of the file
   * @throws InvalidInputException with everything that is wrong
   */
  public Experiment read(Path file, List<String> settings) {
    YamlNode root = tree(file, settings);
    SweepExpansion.keys(root).stream().findFirst().ifPresent(ExperimentReader::refuseMany);
    return read(root, nameOf(file));
  }

  /**
   * Reads all experiments that a file describes with {@code variants} and {@code sweep}.
   *
   * @param file the file
   * @param settings values that replace those of the file; variants and what is swept replace them
   *     in turn
   * @return one at least
   * @throws InvalidInputException with everything that is wrong
   */
  public List<ExperimentVariant> readAll(Path file, List<String> settings) {
    List<ExperimentVariant> variations = new ArrayList<>();
    Set<Problem> problems = new LinkedHashSet<>();
    for (SweepExpansion.Tree tree : new SweepExpansion(pluginKeys()).expand(tree(file, settings))) {
      try {
        variations.add(new ExperimentVariant(tree.label(), read(tree.root(), nameOf(file))));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(List.copyOf(problems));
    }
    return variations;
  }

  /**
   * Reads an experiment that {@link ExperimentWriter} wrote.
   *
   * @param text the YAML document
   * @param source where it stands
   * @throws InvalidInputException with everything that is wrong
   */
  public Experiment read(String text, String source) {
    return read(new YamlParser().parse(text, new Origin(source, 0, "")), "");
  }

  /** Returns what a file says, with settings in its place. */
  static YamlNode tree(Path file, List<String> settings) {
    List<YamlSetting> parsed = settings.stream().map(YamlSetting::parse).toList();
    return YamlSetting.apply(parsed, new YamlParser().parse(file), pluginKeys());
  }

  private static void refuseMany(YamlNode key) {
    throw new InvalidInputException(
        key.origin(),
        "with this key the file describes several experiments, which limbeck compare runs");
  }

  /** Reads an experiment of a tree. */
  Experiment read(YamlNode root, String defaultName) {
    Problems problems = new Problems();
    YamlSection section = YamlSection.of(root, problems);
    PluginChoiceReader plugins = new PluginChoiceReader(catalog, rules, problems);
    ExperimentSource source = new ExperimentSource(section, defaultName, plugins, problems);
    ExperimentKeys.ALL.forEach(key -> key.reader().accept(source));
    Optional<YamlNode> swaps = section.find("swaps");
    section.rejectOthers("key of an experiment");
    problems.requireNone();
    Experiment experiment = source.experiment().build();
    if (swaps.isPresent()) {
      experiment = new ScheduleReader(plugins, problems).read(swaps.get(), experiment);
      problems.requireNone();
    }
    return experiment;
  }

  /** Returns the keys, at any depth, whose value is a plug-in. */
  private static Set<String> pluginKeys() {
    return Stream.concat(
            ExperimentKeys.ALL.stream().filter(ExperimentKey::isPlugin).map(ExperimentKey::name),
            PluginKind.keys())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}
