package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.yaml.YamlNode;

/** The observers of an experiment, each once. One alone need not be in a list. */
final class ObserversFormat implements ValueFormat<List<PluginChoice>> {

  @Override
  public List<PluginChoice> read(ExperimentSource source, String key, List<PluginChoice> ifAbsent) {
    Optional<YamlNode> node = source.root().find(key);
    if (node.isEmpty()) {
      return ifAbsent;
    }
    Map<String, PluginChoice> observers = new LinkedHashMap<>();
    for (YamlNode item : node.get().items()) {
      source
          .plugins()
          .read(PluginKind.OBSERVER, item)
          .filter(choice -> observers.putIfAbsent(choice.name(), choice) != null)
          .ifPresent(
              choice ->
                  source.complain(
                      choice.origin(),
                      "the observer '" + choice.name() + "' is in the list already"));
    }
    return List.copyOf(observers.values());
  }

  @Override
  public Object write(List<PluginChoice> observers) {
    return observers.stream().map(PluginFormat::write).toList();
  }

  @Override
  public String form() {
    return "list of plug-ins";
  }
}
