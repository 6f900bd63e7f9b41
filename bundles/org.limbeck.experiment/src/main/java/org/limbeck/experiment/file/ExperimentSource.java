package org.limbeck.experiment.file;

import java.util.List;
import java.util.Map;
import org.limbeck.experiment.ExperimentBuilder;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.Problem;

/** An experiment file that is being read key by key: a key sees what those before it have said. */
final class ExperimentSource {
  private final YamlSection root;
  private final String defaultName;
  private final PluginChoiceReader plugins;
  private final List<Problem> problems;
  private final ExperimentBuilder experiment = new ExperimentBuilder();
  private Map<String, Object> datasetOptions = Map.of();

  /**
   * Makes a source.
   *
   * @param root all keys
   * @param defaultName the name of an experiment that has none
   * @param problems what is wrong, which grows
   */
  ExperimentSource(
      YamlSection root, String defaultName, PluginChoiceReader plugins, List<Problem> problems) {
    this.root = root;
    this.defaultName = defaultName;
    this.plugins = plugins;
    this.problems = problems;
  }

  YamlSection root() {
    return root;
  }

  String defaultName() {
    return defaultName;
  }

  PluginChoiceReader plugins() {
    return plugins;
  }

  List<Problem> problems() {
    return problems;
  }

  void complain(Origin origin, String message) {
    problems.add(new Problem(origin, message));
  }

  /** Returns what has been read so far. */
  ExperimentBuilder experiment() {
    return experiment;
  }

  /** Reads what data and reference plug-ins use where they give no path of their own. */
  void readDataset(String key) {
    root.group(key)
        .ifPresent(
            group -> {
              datasetOptions = Map.of("path", group.text("path", ""));
              group.rejectOthers("key of a dataset");
            });
  }

  /** Returns the values of options that a plug-in has ahead of its defaults. */
  Map<String, Object> presentOptions(PluginKind kind) {
    return kind == PluginKind.DATA || kind == PluginKind.REFERENCE ? datasetOptions : Map.of();
  }
}
