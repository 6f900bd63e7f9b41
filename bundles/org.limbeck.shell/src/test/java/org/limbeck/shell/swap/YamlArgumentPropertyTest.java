package org.limbeck.shell.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.yaml.YamlText;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

class YamlArgumentPropertyTest {
  private static final Origin ORIGIN = new Origin("shell", 1, "key");

  @Property
  void whatIsTypedMeansTheSameInASwap(@ForAll("typed") String typed) {
    Object meant = null;
    Object read = null;
    try {
      meant = load(typed);
      read = YamlArgument.parse(typed, ORIGIN).value();
    } catch (YamlEngineException | IllegalArgumentException | InvalidInputException e) {
      Assume.that(false);
    }
    Assume.that(hasTextKeys(meant));
    assertThat(load(YamlText.of(read))).isEqualTo(meant);
  }

  @Property
  void textsStayTexts(@ForAll("typed") String text) {
    assertThat(SwapArguments.join(text, List.of()).values())
        .isEqualTo(Map.of("join", Map.of("name", text)));
  }

  @Provide
  Arbitrary<String> typed() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "a", "b c", "1", "-2.5", "1e-3", "true", "null", "~", ",", ", ", ":", ": ", "[", "]",
            "{", "}", "'", "\"", " ", "#", " #", "&", "*", "!", "|", ">", "-", "- ", "?", "%", "@",
            "\\", "ρ", "=");
    return pieces.list().ofMaxSize(6).map(list -> String.join("", list));
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
        .loadFromString(yaml);
  }

  /** The keys of an experiment are texts, whatever they look like. */
  private static boolean hasTextKeys(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.keySet().stream().allMatch(String.class::isInstance)
          && map.values().stream().allMatch(YamlArgumentPropertyTest::hasTextKeys);
    }
    return !(value instanceof List<?> list)
        || list.stream().allMatch(YamlArgumentPropertyTest::hasTextKeys);
  }
}
