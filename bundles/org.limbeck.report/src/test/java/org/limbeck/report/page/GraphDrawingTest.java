package org.limbeck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.RunStarted;
import org.limbeck.report.NetworkDescription;
import org.limbeck.report.SampleRun;

class GraphDrawingTest {
  @Test
  void devicesStandOnACircleFromTheTop() {
    GraphDrawing drawing = drawing(4, "device");
    assertThat(drawing.nodes())
        .extracting(node -> node.x() + " " + node.y())
        .containsExactly("0.00 -95.00", "95.00 0.00", "0.00 95.00", "-95.00 0.00");
    assertThat(drawing.nodes())
        .extracting(node -> node.label().anchor())
        .containsExactly("middle", "start", "middle", "end");
    assertThat(drawing.turned()).isFalse();
  }

  @Test
  void everyEdgeJoinsItsTwoDevices() {
    assertThat(drawing(4, "device").edges())
        .isEqualTo(
            "M0.00 -95.00L95.00 0.00M0.00 -95.00L-95.00 0.00"
                + "M95.00 0.00L0.00 95.00M0.00 95.00L-95.00 0.00");
  }

  @Test
  void oneDeviceStandsInTheMiddle() {
    GraphDrawing drawing = drawing(1, "device");
    assertThat(drawing.edges()).isEmpty();
    assertThat(drawing.nodes()).singleElement().extracting(GraphDrawing.Node::x).isEqualTo("0.00");
  }

  @Test
  void namesGiveWayAsDevicesBecomeMany() {
    assertThat(drawing(40, "device").turned()).isTrue();
    assertThat(drawing(40, "device").nodes()).allMatch(node -> node.label() != null);
    assertThat(drawing(100, "device").nodes()).allMatch(node -> node.label() == null);
  }

  @Test
  void marksNeverTouch() {
    for (int count : new int[] {2, 30, 99, 300, 1000}) {
      List<GraphDrawing.Node> nodes = drawing(count, "device").nodes();
      for (GraphDrawing.Node other : nodes.subList(1, nodes.size())) {
        double x = number(nodes.get(0).x()) - number(other.x());
        double y = number(nodes.get(0).y()) - number(other.y());
        assertThat(Math.hypot(x, y)).isGreaterThan(number(other.size()));
      }
    }
  }

  @Test
  void longNamesAreCutBetweenCharacters() {
    GraphDrawing.Node node = drawing(2, "a🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂-").nodes().get(0);
    assertThat(node.label().text()).isEqualTo("a🙂🙂🙂🙂…🙂🙂🙂🙂-1");
  }

  private static GraphDrawing drawing(int devices, String prefix) {
    RunStarted start = SampleRun.of(prefix, devices).start("distributed-distillation");
    NetworkDescription run =
        new NetworkDescription(start.plugins(), start.devices(), start.edges(), start.mixing());
    return GraphDrawing.of(
        run, new Markers(run.devices().stream().map(DeviceDescription::architecture)));
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
