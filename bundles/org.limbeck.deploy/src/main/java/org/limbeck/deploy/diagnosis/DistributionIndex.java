package org.limbeck.deploy.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.UnavailablePlugin;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;

/**
 * What the distribution came with, from its OSGi repository index (OSGi Repository Service
 * Specification, section 132.5): which bundle offers which plug-ins and packages, even if the
 * bundle has been removed since. The file is read when something is asked for the first time, as
 * few commands ask. Safe for use by several threads at once.
 */
public final class DistributionIndex {
  private final Optional<Path> file;
  private Content content;

  private DistributionIndex(Optional<Path> file) {
    this.file = file;
  }

  /** Returns the index of a distribution; it is empty if there is no distribution or no index. */
  public static DistributionIndex of(String home) {
    return new DistributionIndex(
        Optional.ofNullable(home)
            .map(folder -> Path.of(folder, "etc", "index.xml"))
            .filter(Files::isReadable));
  }

  /** Returns the plug-ins that came with the distribution, each as if its bundle were missing. */
  public List<UnavailablePlugin> plugins() {
    return content().plugins;
  }

  /** Returns the bundle that came with the distribution and exports a package. */
  public Optional<String> bundleExporting(String packageName) {
    return Optional.ofNullable(content().exporters.get(packageName));
  }

  private synchronized Content content() {
    if (content == null) {
      content = file.map(DistributionIndex::read).orElseGet(Content::new);
    }
    return content;
  }

  private static Content read(Path file) {
    Content content = new Content();
    try (InputStream in = Files.newInputStream(file)) {
      content.read(in);
      return content;
    } catch (IOException | XMLStreamException e) {
      // The index only helps to explain what is missing: without it messages say less.
      return new Content();
    }
  }

  /** What the file says. */
  private static final class Content {
    private final List<UnavailablePlugin> plugins = new ArrayList<>();
    private final Map<String, String> exporters = new HashMap<>();

    void read(InputStream in) throws XMLStreamException {
      XMLInputFactory factory = XMLInputFactory.newInstance();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      List<Capability> resource = new ArrayList<>();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "resource" -> resource.clear();
            case "capability" ->
                resource.add(
                    new Capability(xml.getAttributeValue(null, "namespace"), new HashMap<>()));
            case "requirement" -> resource.add(new Capability("", new HashMap<>()));
            case "attribute" ->
                resource
                    .get(resource.size() - 1)
                    .attributes
                    .put(xml.getAttributeValue(null, "name"), xml.getAttributeValue(null, "value"));
            default -> {}
          }
        } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("resource")) {
          add(resource);
        }
      }
    }

    private void add(List<Capability> resource) {
      String bundle =
          resource.stream()
              .flatMap(capability -> capability.name(IdentityNamespace.IDENTITY_NAMESPACE))
              .findFirst()
              .orElse("");
      for (Capability capability : resource) {
        capability
            .name(PackageNamespace.PACKAGE_NAMESPACE)
            .forEach(name -> exporters.putIfAbsent(name, bundle));
        Stream.of(PluginKind.values())
            .filter(kind -> kind.namespace().equals(capability.namespace))
            .forEach(kind -> plugins.add(missing(kind, capability.attributes.get("name"), bundle)));
      }
    }

    private static UnavailablePlugin missing(PluginKind kind, String name, String bundle) {
      return new UnavailablePlugin(
          kind, name, bundle, "its bundle " + bundle + " is not there: put it back into bundles/");
    }
  }

  private record Capability(String namespace, Map<String, String> attributes) {

    /** Returns the attribute that is called like the namespace, if this is of that namespace. */
    Stream<String> name(String wanted) {
      return wanted.equals(namespace) ? Stream.ofNullable(attributes.get(wanted)) : Stream.empty();
    }
  }
}
