package org.limbeck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Main sources and main classes of bundles, in the folders of the build. What a bundle embeds of
 * others is left out.
 *
 * @param sources the sources
 * @param classes what they are compiled to
 */
record Codebase(List<SourceFile> sources, JavaClasses classes) {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");
  private static final Codebase PRODUCT = read(Path.of("..", "..", "bundles").toAbsolutePath());

  /** Limbeck's own bundles, which are read once. */
  static Codebase product() {
    return PRODUCT;
  }

  /**
   * Writes and compiles an example. The first three parts of a package's name are its bundle.
   *
   * @param folder which the bundles are written to
   * @param sources one file each
   */
  static Codebase example(Path folder, String... sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      files.add(write(folder, source));
    }
    compile(files, folder.resolve("compiled/target/classes"));
    return read(folder);
  }

  private static Codebase read(Path bundles) {
    Map<Path, String> sources = new TreeMap<>();
    List<Path> classes = new ArrayList<>();
    try {
      for (Path bundle : list(bundles)) {
        for (Path source : javaFiles(bundle.resolve("src/main/java"))) {
          sources.put(source, bundle.getFileName().toString());
        }
        classes.add(bundle.resolve("target/classes/org/limbeck"));
      }
      classes.removeIf(folder -> !Files.isDirectory(folder));
      return new Codebase(SourceFile.parse(sources), new ClassFileImporter().importPaths(classes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).map(Path::normalize).toList();
    }
  }

  private static Path write(Path bundles, String source) throws IOException {
    String name = first(PACKAGE, source);
    Path folder =
        bundles
            .resolve(name.replaceFirst("^((?:\\w+\\.){2}\\w+).*", "$1"))
            .resolve("src/main/java")
            .resolve(name.replace('.', '/'));
    Path file = Files.createDirectories(folder).resolve(first(TYPE, source) + ".java");
    return Files.writeString(file, source);
  }

  private static void compile(List<Path> sources, Path target) throws IOException {
    List<String> options = List.of("-proc:none", "-d", target.toString());
    try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
      boolean compiled =
          COMPILER
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as("the example compiles").isTrue();
    }
  }

  private static String first(Pattern pattern, String source) {
    return pattern
        .matcher(source)
        .results()
        .map((MatchResult match) -> match.group(1))
        .findFirst()
        .orElse("package-info");
  }
}
