package org.limbeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * What wraps an object of an interface extends its forwarding type. A class counts as one that
 * wraps if it says that it implements an interface and has a field of the same interface; what
 * lambdas hold is not seen.
 */
class DecoratorsTest {
  private static final Path BUNDLES = Path.of("..");
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final Set<String> FORWARDED =
      ForwardingTypesTest.all().map(Object::toString).collect(Collectors.toSet());

  @Test
  void theProductForwardsByForwardingTypesOnly() throws IOException {
    List<Path> sources = sources();
    assertThat(sources).as("sources of all bundles").hasSizeGreaterThan(300);
    try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
      assertThat(decorators(files.getJavaFileObjectsFromPaths(sources))).isEmpty();
    }
  }

  @Test
  void whatForwardsByHandIsNoticed() throws IOException {
    List<JavaFileObject> source =
        List.of(
            source(
                """
                class ByHand implements java.io.Closeable, Link { private final Link link = null; }
                class Outer { static class Inner implements Channel { Channel a, b; } }
                record Pair(Transport a, int b) implements Transport {}
                class Extending extends ForwardingLink { private Link link; }
                class Constant implements Link { static final Link NONE = null; }
                class Other implements Link { private Channel channel; }
                """));
    assertThat(decorators(source)).containsExactly("ByHand", "Inner", "Pair");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(BUNDLES)) {
      return files
          .filter(file -> file.toString().contains("/src/main/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getFileName().toString().startsWith("Forwarding"))
          .toList();
    }
  }

  private static List<String> decorators(Iterable<? extends JavaFileObject> sources)
      throws IOException {
    JavacTask task =
        (JavacTask) COMPILER.getTask(null, null, null, List.of("-proc:none"), null, sources);
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : task.parse()) {
      new Search(found).scan(unit, null);
    }
    return found;
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** Looks for classes that have an object of an interface that they implement. */
  private static final class Search extends TreeScanner<Void, Void> {
    private final List<String> found;

    Search(List<String> found) {
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      Set<String> wrapped =
          type.getMembers().stream()
              .filter(VariableTree.class::isInstance)
              .map(VariableTree.class::cast)
              .filter(field -> !isStatic(field.getModifiers()))
              .map(field -> simpleName(field.getType()))
              .filter(FORWARDED::contains)
              .collect(Collectors.toSet());
      if (type.getImplementsClause().stream().map(Search::simpleName).anyMatch(wrapped::contains)) {
        found.add(type.getSimpleName().toString());
      }
      return super.visitClass(type, null);
    }

    private static boolean isStatic(ModifiersTree modifiers) {
      return modifiers.getFlags().contains(Modifier.STATIC);
    }

    private static String simpleName(Tree type) {
      Tree raw = type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
      String name = String.valueOf(raw);
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }
}
