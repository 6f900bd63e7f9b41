package org.limbeck.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A source file as the compiler parses it.
 *
 * @param bundle whose it is
 * @param path where it is
 * @param tree its syntax
 * @param docs its comments and positions
 */
record SourceFile(String bundle, Path path, CompilationUnitTree tree, DocTrees docs) {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** A method or constructor and how many lines it has, with its annotations and braces. */
  record Method(String name, long lines) {}

  /**
   * Parses the main sources of bundles.
   *
   * @param bundles the bundles of the sources
   */
  static List<SourceFile> parse(Map<Path, String> bundles) throws IOException {
    try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              COMPILER.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(bundles.keySet()));
      DocTrees docs = DocTrees.instance(task);
      List<SourceFile> sources = new ArrayList<>();
      for (CompilationUnitTree tree : task.parse()) {
        Path path = Path.of(tree.getSourceFile().toUri());
        sources.add(new SourceFile(bundles.get(path), path, tree, docs));
      }
      return sources;
    }
  }

  /** The full name of its package. */
  String packageName() {
    return tree.getPackageName().toString();
  }

  /** The name of the file without its ending: the type's, or {@code package-info}. */
  String simpleName() {
    return path.getFileName().toString().replace(".java", "");
  }

  /** Whether it is a {@code package-info.java}. */
  boolean isPackageInfo() {
    return simpleName().equals("package-info");
  }

  /** How many lines it has. */
  long lines() throws IOException {
    return tree.getSourceFile().getCharContent(true).toString().lines().count();
  }

  /** The first sentence of the package's Javadoc; empty if it has none. */
  String packageSentence() {
    DocCommentTree comment = docs.getDocCommentTree(TreePath.getPath(tree, tree.getPackage()));
    return comment == null ? "" : comment.getFirstSentence().toString();
  }

  /** All methods with a body, those of nested and anonymous classes too. */
  List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    new TreeScanner<Void, String>() {
      @Override
      public Void visitMethod(MethodTree method, String none) {
        methods.add(new Method(method.getName().toString(), lines(method)));
        return super.visitMethod(method, none);
      }
    }.scan(tree, "");
    return methods;
  }

  private long lines(Tree part) {
    SourcePositions positions = docs.getSourcePositions();
    LineMap lines = tree.getLineMap();
    return lines.getLineNumber(positions.getEndPosition(tree, part))
        - lines.getLineNumber(positions.getStartPosition(tree, part))
        + 1;
  }
}
