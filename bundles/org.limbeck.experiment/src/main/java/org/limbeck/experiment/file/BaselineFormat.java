package org.limbeck.experiment.file;

import java.util.Optional;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.yaml.YamlNode;

/** The algorithm that an experiment is compared with, or the word for none. */
final class BaselineFormat implements ValueFormat<Optional<PluginChoice>> {
  private static final String NONE = "none";

  private final PluginFormat algorithm =
      new PluginFormat(PluginKind.ALGORITHM, Optional.of("local-only"));

  @Override
  public Optional<PluginChoice> read(
      ExperimentSource source, String key, Optional<PluginChoice> ifWrong) {
    Optional<YamlNode> node = source.root().find(key);
    boolean none =
        node.orElse(null) instanceof YamlNode.Scalar scalar && NONE.equals(scalar.value());
    return none ? Optional.empty() : algorithm.read(source, key, ifWrong);
  }

  @Override
  public Object write(Optional<PluginChoice> choice) {
    return choice.<Object>map(PluginFormat::write).orElse(NONE);
  }

  @Override
  public String form() {
    return "plug-in, or `none`";
  }

  @Override
  public String ifAbsent(Optional<PluginChoice> none) {
    return algorithm.ifAbsent(none);
  }

  @Override
  public boolean isPlugin() {
    return true;
  }
}
