package org.limbeck.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages do not know each other in circles, stand in one bundle, and say what they hold. */
class PackagesTest {
  /** Over all bundles at once, so within each of them as well. */
  private static final ArchRule FREE_OF_CYCLES =
      slices().matching("org.limbeck.(**)").should().beFreeOfCycles();

  @TempDir Path folder;

  @Test
  void packagesAreFreeOfCycles() {
    FREE_OF_CYCLES.check(Codebase.product().classes());
  }

  @Test
  void packagesThatKnowEachOtherBreakTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.engine.run; public class Run { org.limbeck.engine.swap.Swap s; }",
            "package org.limbeck.engine.swap; public class Swap { org.limbeck.engine.run.Run r; }");

    assertThatThrownBy(() -> FREE_OF_CYCLES.check(example.classes()))
        .hasMessageContaining("Cycle detected: Slice engine.run");
  }

  @Test
  void aCircleOverBundlesBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.report; public class Page extends org.limbeck.api.Shape {}",
            "package org.limbeck.api; public class Shape { org.limbeck.cli.Table table; }",
            "package org.limbeck.cli; public class Table { org.limbeck.report.Page page; }");

    assertThatThrownBy(() -> FREE_OF_CYCLES.check(example.classes()))
        .hasMessageContaining("Cycle detected: Slice api");
  }

  @Test
  void aPackageStandsInOneBundle() {
    assertThat(packagesOfSeveralBundles(Codebase.product())).isEmpty();
  }

  @Test
  void aPackageInTwoBundlesBreaksTheRule() throws IOException {
    Path other = folder.resolve("org.limbeck.deploy/src/main/java/org/limbeck/engine");
    Files.writeString(
        Files.createDirectories(other).resolve("Starter.java"),
        "package org.limbeck.engine; class Starter {}");
    Codebase example = Codebase.example(folder, "package org.limbeck.engine; class Engine {}");

    assertThat(packagesOfSeveralBundles(example)).containsExactly("org.limbeck.engine");
  }

  @Test
  void aPackageSaysWhatItHolds() {
    assertThat(silentPackages(Codebase.product())).isEmpty();
  }

  @Test
  void packagesThatSayNothingBreakTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.engine.none; class None {}",
            "package org.limbeck.engine.bare;",
            "/** @since 1.0. */\npackage org.limbeck.engine.tag;",
            "/* Not for Javadoc. */\npackage org.limbeck.engine.comment;",
            "/** Unfinished */\npackage org.limbeck.engine.unfinished;",
            "/**\n * Says\n * enough.\n */\npackage org.limbeck.engine.good;",
            "/** Says {@code enough}. And more */\npackage org.limbeck.engine.better;");

    assertThat(silentPackages(example))
        .containsExactlyInAnyOrder(
            "org.limbeck.engine.none",
            "org.limbeck.engine.bare",
            "org.limbeck.engine.tag",
            "org.limbeck.engine.comment",
            "org.limbeck.engine.unfinished");
  }

  private static Set<String> packagesOfSeveralBundles(Codebase code) {
    Map<String, Set<String>> bundles =
        code.sources().stream()
            .collect(groupingBy(SourceFile::packageName, mapping(SourceFile::bundle, toSet())));
    bundles.values().removeIf(names -> names.size() == 1);
    return bundles.keySet();
  }

  private static Set<String> silentPackages(Codebase code) {
    List<String> saying =
        code.sources().stream()
            .filter(SourceFile::isPackageInfo)
            .filter(source -> source.packageSentence().endsWith("."))
            .map(SourceFile::packageName)
            .toList();
    Set<String> packages = code.sources().stream().map(SourceFile::packageName).collect(toSet());
    packages.removeAll(saying);
    return packages;
  }
}
