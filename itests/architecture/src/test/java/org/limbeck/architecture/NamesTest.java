package org.limbeck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name tells a role, and one simple name means one thing. */
class NamesTest {
  private static final ArchRule NAMES_TELL_A_ROLE =
      noClasses().should().haveNameMatching(".*(Util|Utils|Utilities|Helper|Helpers|Manager)");

  /** Simple names that may stand in several bundles, and why. */
  private static final Map<String, String> SHARED_NAMES =
      Map.of("Activator", "what OSGi calls the class that a bundle starts with");

  @TempDir Path folder;

  @Test
  void aNameTellsARole() {
    NAMES_TELL_A_ROLE.check(Codebase.product().classes());
  }

  @Test
  void aNameThatTellsNoneBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            """
            package org.limbeck.engine;
            class Util { class StringUtils {} class SwapHelper {} class RunManager {} class Run {} }
            """);

    assertThat(NAMES_TELL_A_ROLE.evaluate(example.classes()).getFailureReport().getDetails())
        .hasSize(4)
        .noneMatch(detail -> detail.contains("Util$Run>"));
  }

  @Test
  void aSimpleNameMeansOneThing() {
    assertThat(sharedNames(Codebase.product())).isSubsetOf(SHARED_NAMES.keySet());
  }

  @Test
  void aSimpleNameOfTwoTypesBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.engine; class Inbox {}",
            "package org.limbeck.exchange; class Inbox {}",
            "/** Here. */ \npackage org.limbeck.engine;",
            "/** There. */\npackage org.limbeck.exchange;");

    assertThat(sharedNames(example)).containsExactly("Inbox");
  }

  private static Set<String> sharedNames(Codebase code) {
    Map<String, Long> count =
        code.sources().stream()
            .filter(source -> !source.isPackageInfo())
            .collect(groupingBy(SourceFile::simpleName, counting()));
    count.values().removeIf(files -> files == 1);
    return new TreeSet<>(count.keySet());
  }
}
