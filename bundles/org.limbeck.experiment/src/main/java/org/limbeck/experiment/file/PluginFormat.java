package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.yaml.YamlNode;

/**
 * A plug-in, by its name or with its options. Options alone are those of the plug-in that is used
 * where none is named.
 *
 * @param kind its kind
 * @param byDefault the name of the plug-in that is used where none is named; empty if one must be
 */
record PluginFormat(PluginKind kind, Optional<String> byDefault)
    implements ValueFormat<Optional<PluginChoice>> {
  private static final String NAME = "name";

  /** Returns a plug-in with all its options, as YAML. */
  static Map<String, Object> write(PluginChoice choice) {
    Map<String, Object> plugin = new LinkedHashMap<>();
    plugin.put(NAME, choice.name());
    plugin.putAll(choice.options());
    return plugin;
  }

  @Override
  public Optional<PluginChoice> read(
      ExperimentSource source, String key, Optional<PluginChoice> ifWrong) {
    Optional<YamlNode> node =
        byDefault.isEmpty()
            ? source.root().require(key, "the name of a plug-in, such as digits")
            : source.root().find(key).or(() -> byDefault.map(name -> named(name, source, key)));
    return node.flatMap(
        given -> source.plugins().read(kind, withName(given), source.presentOptions(kind)));
  }

  @Override
  public Object write(Optional<PluginChoice> choice) {
    return write(choice.orElseThrow());
  }

  @Override
  public String form() {
    return "plug-in";
  }

  @Override
  public String ifAbsent(Optional<PluginChoice> none) {
    return byDefault.map(name -> "`" + name + "`").orElse(REQUIRED);
  }

  @Override
  public boolean isPlugin() {
    return true;
  }

  private YamlNode withName(YamlNode node) {
    return byDefault.isPresent()
            && node instanceof YamlNode.Mapping mapping
            && !mapping.entries().containsKey(NAME)
        ? mapping.with(NAME, new YamlNode.Scalar(node.origin(), byDefault.get()))
        : node;
  }

  private static YamlNode named(String name, ExperimentSource source, String key) {
    Origin origin = source.root().origin().child(key);
    return new YamlNode.Scalar(new Origin(origin.source(), 0, origin.key()), name);
  }
}
