package org.limbeck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written and read is the same in all languages: numbers have ASCII digits, and no letter
 * changes as it does in Turkish. So whatever depends on a locale is given one.
 */
class LocalesTest {
  /** Methods that take the locale of the machine, where others take one as an argument. */
  private static final Pattern OF_THE_MACHINE =
      Pattern.compile(
          String.join(
              "|",
              "java\\.lang\\.String\\.(format\\(java\\.lang\\.String,|formatted\\().*",
              "java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)",
              "java\\.io\\.Print(Writer|Stream)\\.(printf|format)\\(java\\.lang\\.String, .*",
              "java\\.io\\.Console\\.(printf|format)\\(java\\.lang\\.String, .*",
              "java\\.util\\.Formatter\\.<init>\\((?!.*Locale).*",
              "java\\.util\\.Scanner\\.<init>.*",
              "java\\.util\\.Locale\\.getDefault.*",
              "java\\.text\\.(Decimal|SimpleDate|Choice)Format\\.<init>\\((?!.*(Locale|Symbols)).*",
              "java\\.text\\.MessageFormat\\.(format|<init>)\\((?!.*Locale).*",
              "java\\.text\\.(NumberFormat|DateFormat|Collator|BreakIterator)"
                  + "\\.get\\w*Instance\\((?!.*Locale).*",
              "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)",
              "java\\.time\\.format\\.DateTimeFormatter\\.ofLocalized.*",
              "java\\.time\\.format\\.DateTimeFormatterBuilder\\.toFormatter\\(\\)"));

  private static final ArchRule LOCALES_ARE_GIVEN =
      noClasses()
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "it takes the locale of the machine",
                  (JavaAccess<?> access) ->
                      OF_THE_MACHINE.matcher(access.getTarget().getFullName()).matches()));

  @TempDir Path folder;

  @Test
  void localesAreGiven() {
    LOCALES_ARE_GIVEN.check(Codebase.product().classes());
  }

  @Test
  void theLocaleOfTheMachineBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            """
            package org.limbeck.engine;
            import java.io.PrintStream;
            import java.text.DecimalFormat;
            import java.text.NumberFormat;
            import java.time.format.DateTimeFormatter;
            import java.util.*;
            import java.util.function.*;
            class Writer {
              String format(int n) { return String.format("%d", n); }
              String formatted(int n) { return "%d".formatted(n); }
              String lower(String text) { return text.toLowerCase(); }
              Function<String, String> upper = String::toUpperCase;
              void print(PrintStream out, int n) { out.printf("%d", n); }
              void write(java.io.PrintWriter out, int n) { out.format("%d", n); }
              Formatter formatter(StringBuilder text) { return new Formatter(text); }
              Scanner scanner(String text) { return new Scanner(text); }
              Locale locale() { return Locale.getDefault(); }
              DecimalFormat decimal() { return new DecimalFormat("0.0"); }
              NumberFormat number() { return NumberFormat.getInstance(); }
              String message(int n) { return java.text.MessageFormat.format("{0}", n); }
              DateTimeFormatter date() { return DateTimeFormatter.ofPattern("yyyy"); }
            }
            """);

    assertThat(LOCALES_ARE_GIVEN.evaluate(example.classes()).getFailureReport().getDetails())
        .hasSize(13);
  }

  @Test
  void aLocaleThatIsGivenKeepsTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            """
            package org.limbeck.engine;
            import java.time.format.DateTimeFormatter;
            import java.util.*;
            class Writer {
              String format(int n) { return String.format(Locale.ROOT, "%d", n); }
              String lower(String text) { return text.toLowerCase(Locale.ROOT); }
              void print(java.io.PrintStream out, int n) { out.printf(Locale.ROOT, "%d", n); }
              Formatter formatter(StringBuilder text) { return new Formatter(text, Locale.ROOT); }
              DateTimeFormatter date() { return DateTimeFormatter.ofPattern("yyyy", Locale.ROOT); }
            }
            """);

    LOCALES_ARE_GIVEN.check(example.classes());
  }
}
