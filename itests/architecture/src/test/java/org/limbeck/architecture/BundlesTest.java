package org.limbeck.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bundles know each other in one direction, and none is most of the code. Constants that the
 * compiler copies into a class are not seen.
 */
class BundlesTest {
  private static final String PREFIX = "org.limbeck.";

  /** What each bundle may know: only bundles further up. */
  private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

  static {
    MAY_KNOW.put("api", List.of());

    // from the protocol to runs
    MAY_KNOW.put("exchange", List.of("api"));
    MAY_KNOW.put("experiment", List.of("api", "exchange"));
    MAY_KNOW.put("deploy", List.of("api", "experiment"));
    MAY_KNOW.put("engine", List.of("api", "exchange", "experiment", "deploy"));

    // plug-ins, and what their authors test with
    MAY_KNOW.put("testkit", List.of("api"));
    MAY_KNOW.put("aggregation", List.of("api"));
    MAY_KNOW.put("algorithms", List.of("api"));
    MAY_KNOW.put("architectures.classic", List.of("api"));
    MAY_KNOW.put("architectures.dl4j", List.of("api"));
    MAY_KNOW.put("architectures.external", List.of("api"));
    MAY_KNOW.put("architectures.vector", List.of("api"));
    MAY_KNOW.put("attacks", List.of("api"));
    MAY_KNOW.put("weightings", List.of("api"));
    MAY_KNOW.put("observers", List.of("api"));
    MAY_KNOW.put("codecs", List.of("api"));
    MAY_KNOW.put("datasets", List.of("api"));
    MAY_KNOW.put("dl4j", List.of());
    MAY_KNOW.put("partitions", List.of("api"));
    MAY_KNOW.put("topologies", List.of("api"));
    MAY_KNOW.put("transport.mqtt", List.of("api"));

    // what people see
    MAY_KNOW.put("report", List.of("api", "engine"));
    MAY_KNOW.put("bench", List.of("api", "experiment", "engine"));
    MAY_KNOW.put("health", List.of("api", "experiment", "engine"));
    MAY_KNOW.put("webconsole", List.of());
    MAY_KNOW.put("shell", List.of("api", "experiment", "engine"));
    MAY_KNOW.put("onnx", List.of("api"));
    MAY_KNOW.put(
        "cli",
        List.of(
            "api",
            "exchange",
            "experiment",
            "engine",
            "architectures.external",
            "datasets",
            "report",
            "onnx"));
  }

  /** Of so many equal shares of the lines, no bundle has more than one. */
  private static final int LEAST_SHARES = 6;

  @TempDir Path folder;

  @Test
  void bundlesKnowOnlyWhatTheyMay() {
    direction().check(Codebase.product().classes());
  }

  @Test
  void whatBundlesMayKnowPointsOneWay() {
    Set<String> above = new TreeSet<>();
    MAY_KNOW.forEach(
        (bundle, known) -> {
          assertThat(above).as("above %s", bundle).containsAll(known);
          above.add(bundle);
        });
  }

  @Test
  void everyBundleIsToldWhatItMayKnow() {
    assertThat(bundles(Codebase.product())).isSubsetOf(MAY_KNOW.keySet());
  }

  @Test
  void theProtocolThatKnowsRunsBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.exchange.frame; class Frame { org.limbeck.engine.run.Run run; }",
            "package org.limbeck.engine.run; public class Run {}");

    assertThatThrownBy(() -> direction().check(example.classes()))
        .hasMessageContaining("org.limbeck.exchange.frame.Frame.run");
  }

  @Test
  void aPlugInThatKnowsTheEngineBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.attacks; class Spy { void spy() { org.limbeck.engine.Runs.all(); }"
                + " }",
            "package org.limbeck.engine; public class Runs { public static void all() {} }");

    assertThatThrownBy(() -> direction().check(example.classes()))
        .hasMessageContaining("org.limbeck.attacks.Spy.spy()");
  }

  @Test
  void noBundleHasMoreThanASixthOfTheLines() throws IOException {
    assertThat(largeBundles(Codebase.product())).isEmpty();
  }

  @Test
  void aBundleWithMostOfTheLinesBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.engine;\nclass Engine {\n\n\n\n}",
            "package org.limbeck.api; class Api {}");

    assertThat(largeBundles(example)).containsExactly("org.limbeck.engine");
  }

  private static LayeredArchitecture direction() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String bundle : MAY_KNOW.keySet()) {
      layers = layers.layer(bundle).definedBy(PREFIX + bundle + "..");
    }
    for (Map.Entry<String, List<String>> bundle : MAY_KNOW.entrySet()) {
      LayeredArchitecture.LayerDependencySpecification layer = layers.whereLayer(bundle.getKey());
      layers =
          bundle.getValue().isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(bundle.getValue().toArray(String[]::new));
    }
    return layers;
  }

  private static Set<String> bundles(Codebase code) {
    Set<String> names = new TreeSet<>();
    code.sources().forEach(source -> names.add(source.bundle().substring(PREFIX.length())));
    return names;
  }

  private static Set<String> largeBundles(Codebase code) throws IOException {
    Map<String, Long> lines = new TreeMap<>();
    for (SourceFile source : code.sources()) {
      lines.merge(source.bundle(), source.lines(), Long::sum);
    }
    long all = lines.values().stream().mapToLong(Long::longValue).sum();
    lines.values().removeIf(own -> own * LEAST_SHARES <= all);
    return lines.keySet();
  }
}
