package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.engine.Engine;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.OptionDescription;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** What the system knows of its plug-ins. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class CatalogTest {

  @InjectBundleContext BundleContext context;
  @InjectService PluginCatalog catalog;
  @TempDir Path folder;

  @Test
  void everyKindHasPluginsAndEveryPluginADescription() {
    assertThat(catalog.plugins()).extracting(PluginDescription::kind).contains(PluginKind.values());
    assertThat(catalog.plugins())
        .allSatisfy(plugin -> assertThat(plugin.description()).isNotBlank())
        .allSatisfy(
            plugin ->
                assertThat(plugin.options())
                    .allSatisfy(option -> assertThat(option.description()).isNotBlank()));
  }

  @Test
  void optionsComeWithTypeDefaultAndChoice() {
    PluginDescription mlp = catalog.find(PluginKind.ARCHITECTURE, "mlp").orElseThrow();
    assertThat(mlp.bundle()).isEqualTo("org.limbeck.architectures.vector");
    assertThat(mlp.options())
        .contains(
            new OptionDescription(
                "activation",
                "string",
                false,
                Optional.of("tanh"),
                "What follows each hidden layer",
                List.of("tanh", "relu")),
            new OptionDescription(
                "hidden",
                "integer",
                true,
                Optional.of(List.of(64)),
                "The number of units of each hidden layer, 1 to 65536",
                List.of()));
  }

  @Test
  void aBundleThatDoesNotResolveIsExplained(@InjectService Engine engine) throws Exception {
    Bundle broken = install("cylinder", Map.of("Import-Package", "org.absent.grid"));
    try {
      String reason =
          "its bundle cylinder does not resolve: cylinder needs package org.absent.grid"
              + " (no bundle offers it in a version that fits)";
      assertThat(catalog.unavailable())
          .singleElement()
          .satisfies(plugin -> assertThat(plugin.kind()).isEqualTo(PluginKind.TOPOLOGY))
          .satisfies(plugin -> assertThat(plugin.name()).isEqualTo("cylinder"))
          .satisfies(plugin -> assertThat(plugin.reason()).isEqualTo(reason));
      Path file = Experiments.small(folder);
      assertThatThrownBy(() -> engine.read(file, List.of("topology.name=cylinder")))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "--set topology.name=cylinder: topology 'cylinder' cannot be used: " + reason);
    } finally {
      broken.uninstall();
    }
    assertThat(catalog.unavailable()).isEmpty();
  }

  @Test
  void aStoppedBundleIsExplainedAndComesBack() throws BundleException {
    Bundle vector = bundle("org.limbeck.architectures.vector");
    vector.stop();
    try {
      assertThat(catalog.find(PluginKind.ARCHITECTURE, "mlp")).isEmpty();
      assertThat(catalog.unavailable())
          .extracting("name", "reason")
          .contains(tuple("mlp", "its bundle org.limbeck.architectures.vector is not started"));
    } finally {
      vector.start();
    }
    assertThat(catalog.find(PluginKind.ARCHITECTURE, "mlp")).isPresent();
  }

  private Bundle bundle(String symbolicName) {
    return List.of(context.getBundles()).stream()
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  /** Installs a bundle that says it offers a topology of its own name. */
  private Bundle install(String name, Map<String, String> headers) throws Exception {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", name);
    attributes.putValue("Provide-Capability", "limbeck.topology;name=" + name);
    headers.forEach(attributes::putValue);
    return context.installBundle("test:" + name, jar(manifest));
  }

  private static InputStream jar(Manifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
