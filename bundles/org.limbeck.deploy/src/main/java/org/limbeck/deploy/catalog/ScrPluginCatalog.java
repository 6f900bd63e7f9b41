package org.limbeck.deploy.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.deploy.DeployFolder;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.BrokenJar;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.OptionRules;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.limbeck.experiment.plugin.UnavailablePlugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * Finds plug-ins among the component descriptions of the running system, without activating any:
 * what they are called, and what their options are, stands in their bundles.
 */
@Component(service = {PluginCatalog.class, OptionRules.class})
public final class ScrPluginCatalog implements PluginCatalog, OptionRules {
  /** The property in which a component states the plug-in's name. */
  private static final String NAME = "limbeck.name";

  private static final Comparator<PluginDescription> ORDER =
      Comparator.comparing(PluginDescription::kind).thenComparing(PluginDescription::name);

  private final BundleContext context;
  private final ServiceComponentRuntime components;
  private final MetaTypeService metatypes;
  private final UnavailablePlugins missing;
  private final DeployFolder dropIns;

  @Activate
  public ScrPluginCatalog(
      BundleContext context,
      @Reference ServiceComponentRuntime components,
      @Reference MetaTypeService metatypes,
      @Reference DeployFolder dropIns) {
    this.dropIns = dropIns;
    this.context = context;
    this.components = components;
    this.metatypes = metatypes;
    this.missing = new UnavailablePlugins(context);
  }

  @Override
  public List<PluginDescription> plugins() {
    return usable(described()).values().stream().sorted(ORDER).toList();
  }

  @Override
  public List<UnavailablePlugin> unavailable() {
    List<PluginDescription> all = described();
    Map<String, PluginDescription> usable = usable(all);
    List<UnavailablePlugin> unavailable =
        new ArrayList<>(missing.find(List.copyOf(usable.values())));
    all.stream()
        .filter(plugin -> !usable.containsValue(plugin))
        .sorted(ORDER)
        .map(plugin -> hidden(plugin, usable.get(key(plugin)).bundle()))
        .forEach(unavailable::add);
    return unavailable;
  }

  @Override
  public List<BrokenJar> broken() {
    return dropIns.broken();
  }

  @Override
  public Optional<PluginDescription> find(PluginKind kind, String name) {
    return offered()
        .filter(component -> name.equals(component.properties.get(NAME)))
        .filter(component -> kindsOf(component).anyMatch(kind::equals))
        .map(component -> describe(kind, component))
        .findFirst();
  }

  @Override
  public Optional<String> complaint(
      PluginDescription plugin, OptionDescription option, String value) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> plugin.bundle().equals(bundle.getSymbolicName()))
        .map(bundle -> definition(bundle, plugin.pid()))
        .flatMap(Optional::stream)
        .flatMap(ocd -> Stream.of(ocd.getAttributeDefinitions(ObjectClassDefinition.ALL)))
        .filter(attribute -> attribute.getID().equals(option.name()))
        .map(attribute -> attribute.validate(escaped(value)))
        .filter(complaint -> complaint != null && !complaint.isEmpty())
        .findFirst();
  }

  private List<PluginDescription> described() {
    return offered()
        .flatMap(component -> kindsOf(component).map(kind -> describe(kind, component)))
        .toList();
  }

  /** Of those with the same kind and name, the first. */
  private static Map<String, PluginDescription> usable(List<PluginDescription> described) {
    Map<String, PluginDescription> first = new HashMap<>();
    described.forEach(plugin -> first.putIfAbsent(key(plugin), plugin));
    return first;
  }

  private static String key(PluginDescription plugin) {
    return plugin.kind() + " " + plugin.name();
  }

  private static UnavailablePlugin hidden(PluginDescription plugin, String bundle) {
    return new UnavailablePlugin(
        plugin.kind(),
        plugin.name(),
        plugin.bundle(),
        "bundle " + bundle + " offers one of this name already");
  }

  /** The components that are plug-ins, those of older bundles first. */
  private Stream<ComponentDescriptionDTO> offered() {
    return components.getComponentDescriptionDTOs().stream()
        .filter(component -> component.properties.get(NAME) instanceof String)
        .sorted(Comparator.comparingLong(component -> component.bundle.id));
  }

  private static Stream<PluginKind> kindsOf(ComponentDescriptionDTO component) {
    return Arrays.stream(component.serviceInterfaces)
        .map(PluginKind::ofService)
        .flatMap(Optional::stream);
  }

  private PluginDescription describe(PluginKind kind, ComponentDescriptionDTO component) {
    Bundle bundle = context.getBundle(component.bundle.id);
    String pid = component.configurationPid[0];
    Optional<ObjectClassDefinition> ocd = definition(bundle, pid);
    List<OptionDescription> options =
        ocd.map(o -> o.getAttributeDefinitions(ObjectClassDefinition.ALL)).stream()
            .flatMap(Stream::of)
            .map(MetatypeOptionRules::describe)
            .sorted(Comparator.comparing(OptionDescription::name))
            .toList();
    return new PluginDescription(
        kind,
        (String) component.properties.get(NAME),
        ocd.map(ObjectClassDefinition::getDescription).orElse(""),
        bundle.getSymbolicName(),
        bundle.getVersion().toString(),
        pid,
        options);
  }

  private Optional<ObjectClassDefinition> definition(Bundle bundle, String pid) {
    MetaTypeInformation information = metatypes.getMetaTypeInformation(bundle);
    boolean described =
        information != null
            && (Arrays.asList(information.getFactoryPids()).contains(pid)
                || Arrays.asList(information.getPids()).contains(pid));
    return described
        ? Optional.of(information.getObjectClassDefinition(pid, null))
        : Optional.empty();
  }

  /** In a metatype value commas separate, and spaces at the ends are cut. */
  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace(",", "\\,").replace(" ", "\\ ");
  }
}
