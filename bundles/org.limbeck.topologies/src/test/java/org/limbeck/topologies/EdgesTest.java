package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgesTest {

  @Test
  void joinsDevicesCountedFromOne() {
    assertThat(DrawnGraphs.edges(new Edges("1-2", "2-5", "4-3"), 5))
        .containsExactly("0-1", "1-4", "2-3");
  }

  @Test
  void overlooksSpacesAndRepetitions() {
    assertThat(DrawnGraphs.edges(new Edges(" 1 - 3", "3-1", "1-3", "2\t-1  "), 3))
        .containsExactly("0-1", "0-2");
  }

  @Test
  void mayJoinNobody() {
    assertThat(DrawnGraphs.edges(new Edges(new String[0]), 1)).isEmpty();
  }

  @Test
  void leavesItToTheEngineToRefuseAGraphThatIsNotConnected() {
    assertThat(DrawnGraphs.graph(new Edges("1-2"), 3).components()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1-",
        "-2",
        "a-b",
        "0-1",
        "1-0",
        "2-2",
        "-1-2",
        "1--2",
        "1-2-3",
        "1.5-2",
        "1,2",
        "1 2",
        "1–2",
        "1-2x",
        "1-1234567890",
        "99999999999999999999-1"
      })
  void refusesWhatIsNoPairOfDevices(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Edges("1-2", text))
        .withMessage(
            "'" + text + "' is no edge: write two different devices, counted from 1, such as 1-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2-4", "4-2", " 4 - 2 "})
  void refusesADeviceThatIsNotThere(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DrawnGraphs.graph(new Edges("1-2", "2-3", text), 3))
        .withMessage("edge 2-4 names a device that is not there: devices are counted from 1 to 3");
  }
}
