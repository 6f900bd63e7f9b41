import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Run by the build: writes the bundles of the distribution as feature files, by their Maven
 * coordinates. For OSGi: one feature (OSGi Compendium, chapter 159) with the pure-Java system, and
 * one that adds DeepLearning4J. For Karaf the same two, without the prompt, which Karaf has itself.
 *
 * <p>Arguments: what {@code dependency:list} wrote, the folder of the bundles, the folder to write
 * to, the version, and the coordinates of bundles that log, in place of what the launcher exports.
 */
final class FeatureFiles {
  private static final Pattern DEPENDENCY =
      Pattern.compile("\\s*([\\w.-]+):([\\w.-]+):jar:([\\w.-]+):\\w+.*");

  private final Map<String, String> coordinates = new TreeMap<>();
  private final String version;
  private final List<String> logging;

  private FeatureFiles(String version, List<String> logging) {
    this.version = version;
    this.logging = logging;
  }

  public static void main(String[] args) throws IOException {
    FeatureFiles features = new FeatureFiles(args[3], List.of(args).subList(4, args.length));
    features.read(Path.of(args[0]));
    List<String> bundles = features.bundles(Path.of(args[1]));
    Path folder = Files.createDirectories(Path.of(args[2]));
    Files.writeString(
        folder.resolve("limbeck.feature.json"),
        features.osgi(
            "limbeck", "Distributed distillation, in pure Java", features.pure(bundles).toList()));
    Files.writeString(
        folder.resolve("limbeck-dl4j.feature.json"),
        features.osgi(
            "limbeck-dl4j",
            "DeepLearning4J architectures beside the feature limbeck, native code for linux-x86_64",
            bundles.stream().filter(FeatureFiles::isDl4j).toList()));
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

  /** The pure-Java system and what it logs to; configuration files are the launcher's affair. */
  private Stream<String> pure(List<String> bundles) {
    return Stream.concat(
        bundles.stream()
            .filter(id -> !isDl4j(id) && !id.contains(":org.apache.felix.fileinstall:")),
        logging.stream());
  }

  private String osgi(String artifact, String description, List<String> bundles) {
    String entries =
        bundles.stream()
            .map(id -> "    {\"id\": \"" + id + "\"}")
            .collect(Collectors.joining(",\n"));
    return """
    {
      "feature-resource-version": "1.0",
      "id": "org.limbeck:%s:osgifeature:%s",
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
    <features name="limbeck-%1$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
      <feature name="limbeck" version="%1$s" description="Distributed distillation, in pure Java">
    %2$s
      </feature>
      <feature name="limbeck-dl4j" version="%1$s" description="DeepLearning4J architectures for Limbeck">
        <feature version="%1$s">limbeck</feature>
    %3$s
      </feature>
    </features>
    """
        .formatted(
            version,
            karafBundles(pure(bundles).filter(id -> !isPrompt(id))),
            karafBundles(bundles.stream().filter(FeatureFiles::isDl4j)));
  }

  /** What others make is installed only where nothing that is there already does the same. */
  private static String karafBundles(Stream<String> bundles) {
    return bundles
        .map(
            id ->
                (id.startsWith("org.limbeck:")
                        ? "    <bundle>"
                        : "    <bundle dependency=\"true\">")
                    + "mvn:"
                    + id.replace(':', '/')
                    + "</bundle>")
        .collect(Collectors.joining("\n"));
  }

  /** Karaf would install what is wanted optionally, too. */
  private static boolean isPrompt(String id) {
    return id.startsWith("org.jline:") || id.contains(".gogo.");
  }

  private static boolean isDl4j(String id) {
    return id.contains("dl4j");
  }
}
