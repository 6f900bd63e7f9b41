package org.limbeck.deploy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.service.metatype.AttributeDefinition;

class MetatypeOptionRulesTest {

  @Test
  void readsDefaults() {
    assertThat(defaultOf(AttributeDefinition.INTEGER, 0, "7")).isEqualTo(7);
    assertThat(defaultOf(AttributeDefinition.STRING, 0, "")).isEqualTo("");
    assertThat(defaultOf(AttributeDefinition.INTEGER, 9, "7", "8")).isEqualTo(List.of(7, 8));
  }

  @Test
  void readsTheDefaultOfAListWithoutItems() {
    assertThat(defaultOf(AttributeDefinition.INTEGER, 9, "")).isEqualTo(List.of());
    assertThat(defaultOf(AttributeDefinition.STRING, 9, "")).isEqualTo(List.of());
  }

  private static Object defaultOf(int type, int cardinality, String... texts) {
    return MetatypeOptionRules.describe(new Attribute(type, cardinality, texts))
        .defaultValue()
        .orElseThrow();
  }

  private record Attribute(int type, int cardinality, String[] defaults)
      implements AttributeDefinition {
    @Override
    public String getName() {
      return "Option";
    }

    @Override
    public String getID() {
      return "option";
    }

    @Override
    public String getDescription() {
      return null;
    }

    @Override
    public int getCardinality() {
      return cardinality;
    }

    @Override
    public int getType() {
      return type;
    }

    @Override
    public String[] getOptionValues() {
      return null;
    }

    @Override
    public String[] getOptionLabels() {
      return null;
    }

    @Override
    public String validate(String value) {
      return "";
    }

    @Override
    public String[] getDefaultValue() {
      return defaults;
    }
  }
}
