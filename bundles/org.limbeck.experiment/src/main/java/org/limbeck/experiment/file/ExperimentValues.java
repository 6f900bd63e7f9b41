package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.experiment.Experiment;

/** Takes experiments apart into single values. */
public final class ExperimentValues {

  private ExperimentValues() {}

  /**
   * Returns what an experiment says, as text by the path of the key, such as {@code
   * algorithm.regularization}, in the order of an experiment file. The name of a plug-in is under
   * the key of its kind. Lists of groups, such as the devices, are left out.
   */
  public static Map<String, String> of(Experiment experiment) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ExperimentKey key : ExperimentKeys.ALL) {
      key.writer().apply(experiment).ifPresent(value -> put(key.name(), value, values));
    }
    return values;
  }

  private static void put(String path, Object value, Map<String, String> values) {
    if (value instanceof Map<?, ?> group) {
      group.forEach(
          (key, inner) ->
              put(key.equals(PluginFormat.NAME) ? path : path + "." + key, inner, values));
    } else if (!isListOfGroups(value)) {
      values.put(path, String.valueOf(value));
    }
  }

  private static boolean isListOfGroups(Object value) {
    return value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
  }
}
