package org.limbeck.report.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Something against something else, in the units of an SVG view box, for the template {@code
 * plot.svg}. A line is the mean over seeds, the band around it one standard deviation.
 *
 * @param id tells it from other plots of a page
 * @param label what it shows
 * @param width its width
 * @param right where its frame ends
 * @param bottom where its frame ends
 * @param axis what stands below it
 * @param beside what stands beside it
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
    String beside,
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

  /** Returns the height of the drawing, with what stands below the frame. */
  int height() {
    return Math.max(bottom + 46, 40 + KEY_LINE * key.size());
  }

  static Plot of(PlotKind kind, List<ComparedExperiment> lines, boolean withKey) {
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
    private final List<ComparedExperiment> lines;
    private final List<List<ComparedPoint>> points;
    private final Scale across;
    private final Scale upwards;

    Drawing(PlotKind kind, List<ComparedExperiment> lines) {
      this.kind = kind;
      this.lines = lines;
      this.points = lines.stream().map(ComparedExperiment::curve).toList();
      this.across = kind.xScale(points);
      this.upwards = kind.yScale(points);
    }

    Plot draw(boolean withKey) {
      return new Plot(
          kind.id(),
          kind.label(),
          FRAME + (withKey ? KEY : 16),
          FRAME,
          BOTTOM,
          kind.xAxis(),
          kind.yAxis(),
          across.ticks().stream().map(t -> new Tick(x(t), kind.xText(t))).toList(),
          upwards.ticks().stream().map(t -> new Tick(y(t), kind.yText(t))).toList(),
          IntStream.range(0, lines.size()).mapToObj(this::curve).toList(),
          kind.costs() ? front() : "",
          withKey ? key() : List.of());
    }

    private Curve curve(int line) {
      List<ComparedPoint> there =
          points.get(line).stream()
              .filter(p -> across.has(kind.x(p)) && upwards.has(kind.y(p).mean()))
              .toList();
      if (kind.costs() && there.isEmpty() && !points.get(line).isEmpty()) {
        return level(line, points.get(line).get(points.get(line).size() - 1));
      }
      List<Dot> dots = new ArrayList<>();
      for (ComparedPoint point : there) {
        boolean last = dots.size() == there.size() - 1;
        dots.add(
            new Dot(
                x(kind.x(point)), y(kind.y(point).mean()), last ? "4" : "2", title(line, point)));
      }
      return new Curve(line, colour(line), dash(line), band(there), path(there), dots);
    }

    /** A line for what has no place on the axis: it costs nothing. */
    private Curve level(int line, ComparedPoint end) {
      String y = y(kind.y(end).mean());
      String path = "M" + LEFT + " " + y + "H" + FRAME;
      Dot dot = new Dot(Integer.toString(FRAME), y, "4", title(line, end));
      return new Curve(line, colour(line), "1 4", "", path, List.of(dot));
    }

    private String path(List<ComparedPoint> curve) {
      return joined(curve.stream().map(p -> x(kind.x(p)) + " " + y(kind.y(p).mean())));
    }

    private String band(List<ComparedPoint> curve) {
      if (curve.stream().allMatch(p -> kind.y(p).reach() == 0)) {
        return "";
      }
      Stream<String> over = curve.stream().map(p -> x(kind.x(p)) + " " + y(kind.y(p).high()));
      Stream<String> under =
          IntStream.iterate(curve.size() - 1, i -> i >= 0, i -> i - 1)
              .mapToObj(curve::get)
              .map(p -> x(kind.x(p)) + " " + under(kind.y(p).low()));
      return joined(Stream.concat(over, under)) + "Z";
    }

    private String under(double value) {
      return upwards.has(value) ? y(value) : Integer.toString(BOTTOM);
    }

    /** What sends nothing has no place on the axis, and would beat all the others. */
    private String front() {
      StringBuilder path = new StringBuilder();
      for (ParetoFront.Point point :
          ParetoFront.of(
              points.stream()
                  .flatMap(List::stream)
                  .filter(p -> across.has(kind.x(p)))
                  .map(p -> new ParetoFront.Point(kind.x(p), kind.y(p).mean()))
                  .toList())) {
        String y = y(point.gain());
        path.append(path.length() == 0 ? "M" : "H").append(x(point.cost()));
        path.append(path.indexOf("H") < 0 ? " " + y : "V" + y);
      }
      return path.length() == 0 ? "" : path + "H" + FRAME;
    }

    private List<Entry> key() {
      List<Integer> best =
          IntStream.range(0, lines.size())
              .boxed()
              .filter(i -> !curve(i).path().isEmpty())
              .sorted(Comparator.comparing(lines::get, kind.bestFirst()))
              .toList();
      List<Entry> entries = new ArrayList<>();
      for (int line : best) {
        String y = Integer.toString(TOP + 10 + KEY_LINE * entries.size());
        entries.add(new Entry(line, colour(line), dash(line), cut(lines.get(line).label()), y));
      }
      return entries;
    }

    private String title(int line, ComparedPoint point) {
      return lines.get(line).label() + "\n" + String.join("\n", kind.title(point));
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

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String cut(String label) {
    return label.length() <= LABEL_LENGTH ? label : label.substring(0, LABEL_LENGTH - 1) + "…";
  }
}
