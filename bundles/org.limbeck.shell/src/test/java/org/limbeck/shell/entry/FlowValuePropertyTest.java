package org.limbeck.shell.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

class FlowValuePropertyTest {

  @Property
  void whatIsTypedMeansTheSameInAnEntry(@ForAll("typed") String typed) {
    Object meant = null;
    try {
      meant = load(typed);
    } catch (YamlEngineException e) {
      Assume.that(false);
    }
    assertThat(load("{before: 1, key: " + FlowValue.of(typed) + ", after: 2}"))
        .isEqualTo(mapping(meant));
  }

  @Property
  void textsStayTexts(@ForAll("typed") String text) {
    assertThat(load("{before: 1, key: " + FlowValue.ofText(text) + ", after: 2}"))
        .isEqualTo(mapping(text));
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
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static Map<String, Object> mapping(Object value) {
    Map<String, Object> mapping = new HashMap<>();
    mapping.put("before", 1);
    mapping.put("key", value);
    mapping.put("after", 2);
    return mapping;
  }
}
