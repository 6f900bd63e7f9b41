package org.limbeck.report.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Accuracy against something else, in the units of an SVG view box, for the template {@code
 * plot.svg}. A line is the mean over seeds, the band around it one standard deviation.
 *
 * @param id tells it from other plots of a page
 * @param label what it shows
 * @param width its width
 * @param right where its frame ends
 * @param bottom where its frame ends
 * @param axis what stands below it
 * @param across ticks of the horizontal axis
 * @param upwards ticks of the vertical axis
 * @param curves the lines
 * @param front an SVG path of the Pareto front; empty if it is not drawn
 * @param key the names of the lines, the best first; empty if they stand elsewhere
 */
record Plot(
    String id,
    String label,
    int width,
    int right,
    int bottom,
    String axis,
    List<Tick> across,
    List<Tick> upwards,
    List<Curve> curves,
    String front,
    List<Entry> key) {

  /** A tick: where it is, and what it says. */
  record Tick(String at, String text) {}

  /** A line of the plot, with its band and its points. */
  record Curve(int line, int colour, String dash, String band, String path, List<Dot> dots) {}

  /** An evaluation, and what to say of it. */
  record Dot(String x, String y, String radius, String title) {}

  /** A name in the key. */
  record Entry(int line, int colour, String dash, String text, String y) {}

  private static final int LEFT = 52;
  private static final int TOP = 12;
  private static final int BOTTOM = 330;
  private static final int FRAME = 560;
  private static final int KEY = 220;
  private static final int KEY_LINE = 19;
  private static final int LABEL_LENGTH = 30;
  private static final int COLOURS = 7;
  private static final List<String> DASHES = List.of("none", "7 4", "2 3", "9 3 2 3");

  static Plot of(PlotKind kind, List<Line> lines, boolean withKey) {
    return new Drawing(kind, lines).draw(withKey);
  }

  static int colour(int line) {
    return line % COLOURS;
  }

  static String dash(int line) {
    return DASHES.get(line / COLOURS % DASHES.size());
  }

  /** A plot that is being drawn. */
  private static final class Drawing {
    private final PlotKind kind;
    private final List<Line> lines;
    private final List<List<LinePoint>> points;
    private final Scale across;
    private final Scale upwards;

    Drawing(PlotKind kind, List<Line> lines) {
      this.kind = kind;
      this.lines = lines;
      this.points = lines.stream().map(Line::curve).toList();
      this.across = PlotRange.across(kind, points);
      this.upwards = PlotRange.upwards(points);
    }

    Plot draw(boolean withKey) {
      return new Plot(
          kind.name().toLowerCase(Locale.ROOT),
          "Test accuracy against " + kind.axis(),
          FRAME + (withKey ? KEY : 16),
          FRAME,
          BOTTOM,
          kind.axis(),
          across.ticks().stream().map(t -> new Tick(x(t), kind.text(t))).toList(),
          upwards.ticks().stream().map(t -> new Tick(y(t), percent(t))).toList(),
          IntStream.range(0, lines.size()).mapToObj(this::curve).toList(),
          kind == PlotKind.BYTES ? front() : "",
          withKey ? key() : List.of());
    }

    private Curve curve(int line) {
      List<LinePoint> there =
          points.get(line).stream().filter(p -> across.has(kind.of(p))).toList();
      if (there.isEmpty() && !points.get(line).isEmpty()) {
        return level(line, points.get(line).get(points.get(line).size() - 1));
      }
      List<Dot> dots = new ArrayList<>();
      for (LinePoint point : there) {
        boolean last = dots.size() == there.size() - 1;
        dots.add(
            new Dot(
                x(kind.of(point)),
                y(point.accuracy().mean()),
                last ? "4" : "2",
                title(line, point)));
      }
      return new Curve(line, colour(line), dash(line), band(there), path(there), dots);
    }

    /** A line for what has no place on the axis: it costs nothing. */
    private Curve level(int line, LinePoint end) {
      String y = y(end.accuracy().mean());
      String path = "M" + LEFT + " " + y + "H" + FRAME;
      Dot dot = new Dot(Integer.toString(FRAME), y, "4", title(line, end));
      return new Curve(line, colour(line), "1 4", "", path, List.of(dot));
    }

    private String path(List<LinePoint> curve) {
      return joined(curve.stream().map(p -> x(kind.of(p)) + " " + y(p.accuracy().mean())));
    }

    private String band(List<LinePoint> curve) {
      if (curve.stream().allMatch(p -> p.accuracy().reach() == 0)) {
        return "";
      }
      Stream<String> over =
          curve.stream()
              .map(p -> x(kind.of(p)) + " " + y(p.accuracy().mean() + p.accuracy().reach()));
      Stream<String> under =
          IntStream.iterate(curve.size() - 1, i -> i >= 0, i -> i - 1)
              .mapToObj(curve::get)
              .map(p -> x(kind.of(p)) + " " + y(p.accuracy().mean() - p.accuracy().reach()));
      return joined(Stream.concat(over, under)) + "Z";
    }

    private String front() {
      StringBuilder path = new StringBuilder();
      for (ParetoFront.Point point :
          ParetoFront.of(
              points.stream()
                  .flatMap(List::stream)
                  .map(p -> new ParetoFront.Point(kind.of(p), p.accuracy().mean()))
                  .toList())) {
        String y = y(point.gain());
        if (across.has(point.cost())) {
          path.append(path.length() == 0 ? "M" : "H").append(x(point.cost()));
          path.append(path.indexOf("V") < 0 && path.indexOf("H") < 0 ? " " + y : "V" + y);
        } else {
          path.append("M").append(LEFT).append(' ').append(y);
        }
      }
      return path.length() == 0 ? "" : path + "H" + FRAME;
    }

    private List<Entry> key() {
      List<Integer> best =
          IntStream.range(0, lines.size())
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer i) -> lines.get(i).accuracy().mean())
                      .reversed())
              .toList();
      List<Entry> entries = new ArrayList<>();
      for (int line : best) {
        String y = Integer.toString(TOP + 10 + KEY_LINE * entries.size());
        entries.add(new Entry(line, colour(line), dash(line), cut(lines.get(line).label()), y));
      }
      return entries;
    }

    private String title(int line, LinePoint point) {
      return String.join(
          "\n",
          lines.get(line).label(),
          Amounts.percent(point.accuracy()),
          PlotKind.BYTES.text(point.bytes()) + " sent per device",
          "round "
              + PlotKind.ROUNDS.text(point.round())
              + ", "
              + PlotKind.TIME.text(point.seconds()));
    }

    private String x(double value) {
      return number(LEFT + (FRAME - LEFT) * across.place(value));
    }

    private String y(double value) {
      return number(BOTTOM - (BOTTOM - TOP) * upwards.place(value));
    }
  }

  private static String joined(Stream<String> points) {
    List<String> all = points.toList();
    return all.isEmpty() ? "" : "M" + String.join("L", all);
  }

  private static String percent(double share) {
    double value = Math.round(1e4 * share) / 100.0;
    return (value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value))
        + "\u00a0%";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String cut(String label) {
    return label.length() <= LABEL_LENGTH ? label : label.substring(0, LABEL_LENGTH - 1) + "…";
  }
}
