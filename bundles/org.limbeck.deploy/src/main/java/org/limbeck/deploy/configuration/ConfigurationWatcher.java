package org.limbeck.deploy.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.deploy.ConfigurationUpdate;
import org.limbeck.deploy.ConfigurationUpdates;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes note of the configurations of plug-ins that were not made for a run: those that File
 * Install reads from {@code etc/}, or that a console makes.
 */
@Component(service = {ConfigurationUpdates.class, ConfigurationListener.class})
public final class ConfigurationWatcher implements ConfigurationUpdates, ConfigurationListener {
  private static final String FILE = "felix.fileinstall.filename";

  private final ConfigurationAdmin configurations;
  private final PluginCatalog catalog;
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  /** All configurations that are there count as changed. */
  @Activate
  public ConfigurationWatcher(
      @Reference ConfigurationAdmin configurations, @Reference PluginCatalog catalog)
      throws IOException, InvalidSyntaxException {
    this.configurations = configurations;
    this.catalog = catalog;
    Configuration[] present = configurations.listConfigurations(null);
    for (Configuration configuration : present == null ? new Configuration[0] : present) {
      if (configuration.getFactoryPid() != null) {
        changed.add(configuration.getPid());
      }
    }
  }

  @Override
  public void configurationEvent(ConfigurationEvent event) {
    if (event.getType() == ConfigurationEvent.CM_UPDATED && event.getFactoryPid() != null) {
      changed.add(event.getPid());
    }
  }

  @Override
  public List<ConfigurationUpdate> pending() {
    if (changed.isEmpty()) {
      return List.of();
    }
    List<ConfigurationUpdate> updates = new ArrayList<>();
    for (String pid : changed.stream().sorted().toList()) {
      changed.remove(pid);
      find(pid).flatMap(this::update).ifPresent(updates::add);
    }
    return updates;
  }

  private Optional<Configuration> find(String pid) {
    try {
      Configuration[] found = configurations.listConfigurations("(service.pid=" + pid + ")");
      return found == null ? Optional.empty() : Optional.of(found[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidSyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<ConfigurationUpdate> update(Configuration configuration) {
    Dictionary<String, Object> properties = configuration.getProperties();
    if (properties == null || properties.get("limbeck.instance") != null) {
      return Optional.empty();
    }
    return catalog.plugins().stream()
        .filter(plugin -> plugin.pid().equals(configuration.getFactoryPid()))
        .findFirst()
        .map(plugin -> update(plugin, configuration.getPid(), properties));
  }

  private static ConfigurationUpdate update(
      PluginDescription plugin, String pid, Dictionary<String, Object> properties) {
    Set<String> lists =
        plugin.options().stream()
            .filter(OptionDescription::list)
            .map(OptionDescription::name)
            .collect(Collectors.toSet());
    Map<String, String> options = new TreeMap<>();
    for (String key : Collections.list(properties.keys())) {
      boolean administrative =
          key.startsWith("service.") || key.startsWith("felix.") || key.startsWith("component.");
      if (!administrative) {
        String value = text(properties.get(key));
        boolean bare = lists.contains(key) && !value.startsWith("[");
        options.put(key, bare ? "[" + value + "]" : value);
      }
    }
    return new ConfigurationUpdate(source(pid, properties), plugin.kind(), plugin.name(), options);
  }

  private static String text(Object value) {
    if (value instanceof Object[] values) {
      return Stream.of(values).map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
    return String.valueOf(value);
  }

  private static String source(String pid, Dictionary<String, Object> properties) {
    String file = String.valueOf(properties.get(FILE));
    return properties.get(FILE) == null
        ? "configuration " + pid
        : "etc/" + file.substring(file.lastIndexOf('/') + 1);
  }
}
