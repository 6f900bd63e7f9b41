package org.limbeck.experiment.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
  static final String NAME = "name";

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
            : source
                .root()
                .find(key)
                .or(() -> byDefault.map(name -> source.root().implied(key, name)));
    return node.map(
            given -> byDefault.map(name -> PluginChoiceReader.named(given, name)).orElse(given))
        .flatMap(named -> source.plugins().read(kind, named, source.presentOptions(kind)));
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
}
