package org.limbeck.experiment.file;

import org.limbeck.experiment.yaml.YamlNode;

/** The name of an experiment, which names a folder; by default that of its file. */
final class NameFormat implements ValueFormat<String> {

  @Override
  public String read(ExperimentSource source, String key, String byDefault) {
    String name = source.root().text(key, source.defaultName());
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      source.complain(
          source.root().find(key).map(YamlNode::origin).orElse(source.root().origin()),
          "'"
              + name
              + "' names a folder: use up to 100 letters, digits, dots, hyphens and"
              + " underscores, a letter or digit first");
    }
    return name;
  }

  @Override
  public String form() {
    return "text of letters, digits, dots, hyphens and underscores";
  }
}
