package org.limbeck.experiment.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.limbeck.experiment.yaml.YamlNode;

/** The name of an experiment, which names a folder; by default that of its file. */
final class NameFormat implements ValueFormat<String> {
  /** Letters of all scripts, with what joins and marks them, and pictures. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}\\p{So}][\\p{L}\\p{M}\\p{N}\\p{So}\\u200c\\u200d._-]{0,99}");

  /** File systems allow 255, and more is put behind a name. */
  private static final int MOST_BYTES = 200;

  @Override
  public String read(ExperimentSource source, String key, String byDefault) {
    String name = source.root().text(key, source.defaultName());
    boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    if (!fits || !NAME.matcher(name).matches()) {
      source.complain(
          source.root().find(key).map(YamlNode::origin).orElse(source.root().origin()),
          "'"
              + name
              + "' names a folder: use up to 100 letters, digits, dots, hyphens and"
              + " underscores, a letter or digit first, and up to 200 bytes in UTF-8");
    }
    return name;
  }

  @Override
  public String form() {
    return "text of letters, digits, dots, hyphens and underscores";
  }
}
