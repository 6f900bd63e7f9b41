package org.limbeck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules see all of the product. */
class CodebaseTest {
  @TempDir Path folder;

  @Test
  void everySourceOfTheProductIsCompiledAndRead() {
    Codebase product = Codebase.product();
    Set<String> classes = classNames(product);

    assertThat(product.sources())
        .hasSizeGreaterThan(500)
        .filteredOn(source -> !source.isPackageInfo())
        .map(source -> source.packageName() + "." + source.simpleName())
        .allMatch(classes::contains);
  }

  @Test
  void anExampleIsReadAsTheProductIs() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.api.codec; class Coder { org.limbeck.exchange.Sender sender; }",
            "package org.limbeck.exchange; public class Sender {}");

    assertThat(example.sources())
        .extracting(SourceFile::bundle)
        .containsExactly("org.limbeck.api", "org.limbeck.exchange");
    assertThat(classNames(example))
        .containsExactlyInAnyOrder("org.limbeck.api.codec.Coder", "org.limbeck.exchange.Sender");
  }

  private static Set<String> classNames(Codebase code) {
    return code.classes().stream().map(JavaClass::getName).collect(Collectors.toSet());
  }
}
