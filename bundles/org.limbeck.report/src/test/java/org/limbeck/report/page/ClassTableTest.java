package org.limbeck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceDescription;

class ClassTableTest {
  @Test
  void theStrongestColourIsThatOfTheMost() {
    ClassTable table = table(device("a", 0, 3, 1000), device("b", 250, 0, 490));
    assertThat(table.known()).isTrue();
    assertThat(table.columns()).containsExactly("0", "1", "2");
    assertThat(table.rows()).extracting(ClassTable.Row::id).containsExactly("a", "b");
    assertThat(table.rows().get(0).cells())
        .containsExactly(
            new HeatCell("", "class 0: 0", "0.000", false),
            new HeatCell("3", "class 1: 3", "0.055", false),
            new HeatCell("1,000", "class 2: 1,000", "1.000", true));
    assertThat(table.rows().get(1).cells())
        .extracting(HeatCell::heat)
        .containsExactly("0.500", "0.000", "0.700");
    assertThat(table.part()).isEmpty();
  }

  @Test
  void ofManyDevicesTheFirstAreShown() {
    ClassTable table = table(Collections.nCopies(1000, device("a", 1)));
    assertThat(table.rows()).hasSize(64);
    assertThat(table.low()).isTrue();
    assertThat(table.part()).isEqualTo("The first 64 of 1,000 devices.");
  }

  @Test
  void ofManyClassesFewHaveAHead() {
    ClassTable table = table(device("a", Collections.nCopies(21, 1).toArray(Integer[]::new)));
    assertThat(table.dense()).isTrue();
    assertThat(table.columns()).startsWith("0", "", "", "", "", "5").endsWith("", "20");
  }

  @Test
  void whereClassesAreNotKnownNothingIsShown() {
    assertThat(table(new DeviceDescription("a", "mlp", 1, 1)).known()).isFalse();
    assertThat(table(device("a", 0, 0)).rows().get(0).cells())
        .allMatch(cell -> cell.heat().equals("0.000"));
  }

  private static DeviceDescription device(String id, Integer... counts) {
    return new DeviceDescription(id, "mlp", 1, 1, "", List.of(counts));
  }

  private static ClassTable table(DeviceDescription... devices) {
    return table(List.of(devices));
  }

  private static ClassTable table(List<DeviceDescription> devices) {
    return ClassTable.of(devices, List.of(), new Markers(Stream.of("mlp")));
  }
}
