package org.limbeck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that changes is shared by all objects of a class: several runs live in one process. */
class StateTest {
  private static final ArchRule STATIC_FIELDS_ARE_FINAL =
      fields().that().areStatic().should().beFinal();

  @TempDir Path folder;

  @Test
  void staticFieldsAreFinal() {
    STATIC_FIELDS_ARE_FINAL.check(Codebase.product().classes());
  }

  @Test
  void aStaticFieldThatChangesBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            "package org.limbeck.engine; class Counter { static final int MOST = 3; static int now;"
                + " }");

    assertThatThrownBy(() -> STATIC_FIELDS_ARE_FINAL.check(example.classes()))
        .hasMessageContaining("Counter.now")
        .message()
        .doesNotContain("MOST");
  }
}
