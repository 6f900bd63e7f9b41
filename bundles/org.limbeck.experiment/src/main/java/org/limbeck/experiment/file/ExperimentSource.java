package org.limbeck.experiment.file;

import java.util.HashMap;
import java.util.Map;
import org.limbeck.experiment.ExperimentBuilder;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;

/**
 * An experiment file that is being read key by key: a key sees what those before it have said.
 *
 * @param root all keys
 * @param defaultName the name of an experiment that has none
 * @param plugins reads plug-ins
 * @param problems what is wrong, which grows
 * @param experiment what has been read so far
 * @param datasetOptions the options of data and reference plug-ins that give none of their own
 */
record ExperimentSource(
    YamlSection root,
    String defaultName,
    PluginChoiceReader plugins,
    Problems problems,
    ExperimentBuilder experiment,
    Map<String, Object> datasetOptions) {

  /** Makes a source of which nothing has been read yet. */
  ExperimentSource(
      YamlSection root, String defaultName, PluginChoiceReader plugins, Problems problems) {
    this(root, defaultName, plugins, problems, new ExperimentBuilder(), new HashMap<>());
  }

  void complain(Origin origin, String message) {
    problems.add(origin, message);
  }

  /** Reads what data and reference plug-ins use where they give no path of their own. */
  void readDataset(String key) {
    root.group(key)
        .ifPresent(
            group -> {
              datasetOptions.put("path", group.text("path", ""));
              group.rejectOthers("key of a dataset");
            });
  }

  /** Returns the values of options that a plug-in has ahead of its defaults. */
  Map<String, Object> presentOptions(PluginKind kind) {
    return kind == PluginKind.DATA || kind == PluginKind.REFERENCE ? datasetOptions : Map.of();
  }
}
