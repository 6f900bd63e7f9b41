package org.limbeck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes and methods are small. */
class SizesTest {
  private static final int LINES_OF_A_CLASS = 300;
  private static final int LINES_OF_A_METHOD = 50;
  private static final int LINES_OF_MOST_CLASSES = 100;

  private static final String IN_REGISTERS = "a kernel: its sums stay in registers as variables";

  /** Long methods, and why they are not taken apart. */
  private static final Map<String, String> KERNELS =
      Map.of("TallTile.multiply", IN_REGISTERS, "WideTile.multiply", IN_REGISTERS);

  @TempDir Path folder;

  @Test
  void noClassIsLong() throws IOException {
    assertThat(longClasses(Codebase.product())).isEmpty();
  }

  @Test
  void aClassWithALineTooManyBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.engine; class Long {" + "\n".repeat(300) + "}",
            "package org.limbeck.engine; class Short {" + "\n".repeat(299) + "}");

    assertThat(longClasses(example)).containsExactly("Long");
  }

  @Test
  void noMethodIsLong() {
    assertThat(longMethods(Codebase.product())).isSubsetOf(KERNELS.keySet());
  }

  @Test
  void aMethodWithALineTooManyBreaksTheRule() throws IOException {
    String lines = "\n".repeat(50);
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.a; class Outer { static class Inner { Inner() {" + lines + "} } }",
            "package org.limbeck.a; class Task { Runnable r = new Runnable() {\n"
                + "@Override public void run() {"
                + lines
                + "} }; }",
            "package org.limbeck.a; class Short { void run() {" + "\n".repeat(49) + "} }");

    assertThat(longMethods(example)).containsExactly("Outer.<init>", "Task.run");
  }

  @Test
  void halfOfTheClassesAreShort() throws IOException {
    assertThat(median(Codebase.product())).isLessThan(LINES_OF_MOST_CLASSES);
  }

  @Test
  void longClassesInTheMiddleBreakTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.engine; class Short {}",
            "package org.limbeck.engine; class Middle {" + "\n".repeat(99) + "}",
            "package org.limbeck.engine; class Long {" + "\n".repeat(199) + "}");

    assertThat(median(example)).isEqualTo(LINES_OF_MOST_CLASSES);
  }

  private static Set<String> longClasses(Codebase code) throws IOException {
    Set<String> found = new TreeSet<>();
    for (SourceFile source : code.sources()) {
      if (source.lines() > LINES_OF_A_CLASS) {
        found.add(source.simpleName());
      }
    }
    return found;
  }

  private static Set<String> longMethods(Codebase code) {
    Set<String> found = new TreeSet<>();
    for (SourceFile source : code.sources()) {
      source.methods().stream()
          .filter(method -> method.lines() > LINES_OF_A_METHOD)
          .forEach(method -> found.add(source.simpleName() + "." + method.name()));
    }
    return found;
  }

  private static long median(Codebase code) throws IOException {
    long[] lines = new long[code.sources().size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = code.sources().get(i).lines();
    }
    Arrays.sort(lines);
    return lines[lines.length / 2];
  }
}
