import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Run by the build: writes the bundles of the distribution as feature files, by their Maven coordinates. For OSGi: one
 * feature (OSGi Compendium, chapter 159) with the pure-Java system, and one that adds DeepLearning4J. For Karaf the same two, without what Karaf has
 * itself.
 *
 * <p>Arguments: what {@code dependency:list} wrote, the folder of the bundles, the folder to write to, the version.
 */
final class FeatureFiles {
  private static final Pattern DEPENDENCY =
      Pattern.compile("\\s*([\\w.-]+):([\\w.-]+):jar:([\\w.-]+):\\w+.*");

  private final Map<String, String> coordinates = new TreeMap<>();
  private final String version;

  private FeatureFiles(String version) {
    this.version = version;
  }

  public static void main(String[] args) throws IOException {
    FeatureFiles features = new FeatureFiles(args[3]);
    features.read(Path.of(args[0]));
    List<String> bundles = features.bundles(Path.of(args[1]));
    Path folder = Files.createDirectories(Path.of(args[2]));
    Files.writeString(
        folder.resolve("limbeck.feature.json"),
        features.osgi("limbeck", "Distributed distillation, in pure Java", bundles, id -> !isDl4j(id)));
    Files.writeString(
        folder.resolve("limbeck-dl4j.feature.json"),
        features.osgi(
            "limbeck-dl4j",
            "DeepLearning4J architectures for Limbeck; the system must export org.slf4j",
            bundles,
            FeatureFiles::isDl4j));
    Files.writeString(folder.resolve("limbeck-karaf.xml"), features.karaf(bundles));
  }

  private void read(Path dependencies) throws IOException {
    for (String line : Files.readAllLines(dependencies)) {
      // Maven colours what it writes.
      Matcher matcher = DEPENDENCY.matcher(line.replaceAll("\u001B\\[[;\\d]*m", ""));
      if (matcher.matches()) {
        coordinates.put(
            matcher.group(2) + "-" + matcher.group(3) + ".jar",
            matcher.group(1) + ":" + matcher.group(2) + ":" + matcher.group(3));
      }
    }
  }

  private List<String> bundles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .map(
              name -> {
                if (!coordinates.containsKey(name)) {
                  throw new IllegalStateException(name + " is no dependency of the launcher");
                }
                return coordinates.get(name);
              })
          .toList();
    }
  }

  private String osgi(
      String artifact, String description, List<String> bundles, Predicate<String> belongs) {
    String entries =
        bundles.stream()
            .filter(belongs)
            .map(id -> "    {\"id\": \"" + id + "\"}")
            .collect(Collectors.joining(",\n"));
    return """
        {
          "feature-resource-version": "1.0",
          "id": "org.limbeck:%s:%s",
          "name": "Limbeck",
          "description": "%s",
          "license": "Apache-2.0",
          "bundles": [
        %s
          ]
        }
        """
        .formatted(artifact, version, description, entries);
  }

  private String karaf(List<String> bundles) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <features name="limbeck-%1$s" xmlns="http://karaf.apache.org/xmlns/features/v1.4.0">
          <feature name="limbeck" version="%1$s" description="Distributed distillation, in pure Java">
            <feature>scr</feature>
        %2$s
          </feature>
          <feature name="limbeck-dl4j" version="%1$s" description="DeepLearning4J architectures for Limbeck">
            <feature>limbeck</feature>
        %3$s
          </feature>
        </features>
        """
        .formatted(
            version,
            karafBundles(bundles, id -> !isDl4j(id) && !isKarafs(id)),
            karafBundles(bundles, FeatureFiles::isDl4j));
  }

  private static String karafBundles(List<String> bundles, Predicate<String> belongs) {
    return bundles.stream()
        .filter(belongs)
        .map(id -> "    <bundle>mvn:" + id.replace(':', '/') + "</bundle>")
        .collect(Collectors.joining("\n"));
  }

  private static boolean isDl4j(String id) {
    return id.contains("dl4j");
  }

  /** Karaf brings its own services, shell and terminal. */
  private static boolean isKarafs(String id) {
    return id.startsWith("org.apache.felix:")
        || id.startsWith("org.osgi:")
        || id.startsWith("org.jline:")
        || id.contains(":org.limbeck.shell:");
  }
}
