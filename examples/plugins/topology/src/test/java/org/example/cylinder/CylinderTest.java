package org.example.cylinder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;

class CylinderTest extends TopologyContract {

  @Override
  protected Topology topology() {
    return new Cylinder(2);
  }

  @Override
  protected boolean supports(int devices) {
    return devices % 2 == 0;
  }

  @Test
  void onlyTopAndBottomAreBorders() {
    Graph graph = connect(new Cylinder(3), 12);
    assertThat(IntStream.range(4, 8).map(graph::degree)).containsOnly(4);
    assertThat(graph.neighbours(0)).containsExactly(1, 3, 4);
    assertThat(graph.neighbours(11)).containsExactly(7, 8, 10);
  }

  @Test
  void isAsSquareAsItGoesUnlessTold() {
    assertThat(connect(new Cylinder(0), 12).edges())
        .isEqualTo(connect(new Cylinder(3), 12).edges());
  }

  @Test
  void isARingForAPrimeNumberOfDevices() {
    assertThat(connect(new Cylinder(0), 7).neighbours(0)).containsExactly(1, 6);
  }

  @Test
  void saysWhichNumberOfRowsWouldDo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> connect(new Cylinder(5), 8))
        .withMessage("8 devices do not fill a cylinder of 5 rows: choose a divisor of 8");
  }

  private static Graph connect(Topology topology, int devices) {
    List<String> ids = IntStream.range(0, devices).mapToObj(i -> "device-" + i).toList();
    return topology.connect(ids, new SplittableRandom(1));
  }
}
