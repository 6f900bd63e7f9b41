package org.limbeck.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.topology.Edge;
import org.limbeck.report.NetworkDescription;

/**
 * The communication graph on a circle, clockwise from the top, in the units of an SVG view box.
 *
 * @param viewBox the SVG view box
 * @param edges an SVG path of all edges
 * @param stroke the width of an edge: less as there are more
 * @param turned whether names stand on rays from the centre, in smaller type
 * @param nodes the devices in ascending order
 */
record GraphDrawing(String viewBox, String edges, String stroke, boolean turned, List<Node> nodes) {

  /**
   * A device.
   *
   * @param index its index
   * @param id its id
   * @param architecture its architecture
   * @param marker how it is shown
   * @param x its place
   * @param y its place
   * @param size the width of its mark
   * @param corner where its mark begins, relative to its place, in x as in y
   * @param label where its name stands; null if there is no room for names
   */
  record Node(
      int index,
      String id,
      String architecture,
      Markers.Marker marker,
      String x,
      String y,
      String size,
      String corner,
      Label label) {}

  /**
   * The name beside a mark.
   *
   * @param text the name, cut if it is long
   * @param transform its place relative to the mark
   * @param anchor which end of it is there
   */
  record Label(String text, String transform, String anchor) {}

  private static final int MOST_UPRIGHT_LABELS = 16;
  private static final int MOST_LABELS = 60;
  private static final int LABEL_LENGTH = 12;
  private static final int LABEL_HEAD = 5;
  private static final int DEVICES_PER_LANE = 100;
  private static final int MOST_LANES = 8;
  private static final double LEAST_RADIUS = 95;
  private static final double ROOM_PER_LABEL = 12;
  private static final double MARGIN = 16;
  private static final double MOST_SIZE = 20;
  private static final double FULL_STROKE = 1.4;
  private static final double EDGES_AT_FULL_STROKE = 1.5;

  static GraphDrawing of(NetworkDescription run, Markers markers) {
    int count = run.devices().size();
    Layout layout = Layout.of(run.devices());
    List<Node> nodes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      nodes.add(layout.node(run.devices().get(i), i, markers));
    }
    return new GraphDrawing(
        layout.viewBox(),
        path(run, nodes),
        number(Math.min(stroke(run), layout.size() / 5)),
        layout.turned(),
        nodes);
  }

  private static String path(NetworkDescription run, List<Node> nodes) {
    StringBuilder path = new StringBuilder();
    for (Edge edge : run.edges()) {
      Node a = nodes.get(edge.a());
      Node b = nodes.get(edge.b());
      path.append('M').append(a.x()).append(' ').append(a.y());
      path.append('L').append(b.x()).append(' ').append(b.y());
    }
    return path.toString();
  }

  private static double stroke(NetworkDescription run) {
    double edgesPerDevice = (double) run.edges().size() / run.devices().size();
    return FULL_STROKE * Math.min(1, EDGES_AT_FULL_STROKE / Math.max(1, edgesPerDevice));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Where {@code count} devices stand around the origin; many take turns on several lanes. */
  private record Layout(int count, int lanes, double radius, double size, int labelLength) {

    static Layout of(List<DeviceDescription> devices) {
      int count = devices.size();
      double least = Math.min(count, MOST_LABELS) * ROOM_PER_LABEL / (2 * Math.PI);
      double radius = Math.max(LEAST_RADIUS, least);
      int lanes = Math.min(MOST_LANES, 1 + count / DEVICES_PER_LANE);
      double size = Math.min(MOST_SIZE, 0.75 * lanes * 2 * Math.PI * radius / count);
      int longest = devices.stream().mapToInt(device -> device.id().length()).max().orElse(0);
      return new Layout(count, lanes, radius, size, Math.min(longest, LABEL_LENGTH));
    }

    boolean labels() {
      return count <= MOST_LABELS;
    }

    boolean turned() {
      return count > MOST_UPRIGHT_LABELS;
    }

    String viewBox() {
      double labelWidth = labels() ? labelLength * (turned() ? 5.6 : 7.8) : 0;
      double width = radius + MARGIN + labelWidth;
      double height = turned() ? width : radius + MARGIN + 20;
      return String.join(
          " ", number(-width), number(-height), number(2 * width), number(2 * height));
    }

    Node node(DeviceDescription device, int index, Markers markers) {
      double angle = 2 * Math.PI * index / count - Math.PI / 2;
      double distance = count == 1 ? 0 : radius - index % lanes * size;
      return new Node(
          index,
          device.id(),
          device.architecture(),
          markers.of(device.architecture()),
          number(distance * Math.cos(angle)),
          number(distance * Math.sin(angle)),
          number(size),
          number(-size / 2),
          labels() ? label(cut(device.id()), angle) : null);
    }

    private Label label(String text, double angle) {
      double distance = size / 2 + 5;
      boolean left = Math.cos(angle) < -1e-9;
      if (turned()) {
        double degrees = Math.toDegrees(angle) + (left ? 180 : 0);
        double x = left ? -distance : distance;
        String turn = "rotate(" + number(degrees) + ") translate(" + number(x) + " 3.5)";
        return new Label(text, turn, left ? "end" : "start");
      }
      boolean upright = Math.abs(Math.cos(angle)) < 0.2;
      double x = distance * Math.cos(angle);
      double y = distance * Math.sin(angle) * (upright ? 1.4 : 1) + 5;
      String anchor = upright ? "middle" : left ? "end" : "start";
      return new Label(text, "translate(" + number(x) + " " + number(y) + ")", anchor);
    }

    /** Leaves out the middle of a long name: what tells names apart stands at their ends. */
    private static String cut(String id) {
      int length = id.codePointCount(0, id.length());
      if (length <= LABEL_LENGTH) {
        return id;
      }
      int head = id.offsetByCodePoints(0, LABEL_HEAD);
      int tail = id.offsetByCodePoints(0, length - (LABEL_LENGTH - LABEL_HEAD - 1));
      return id.substring(0, head) + "…" + id.substring(tail);
    }
  }
}
