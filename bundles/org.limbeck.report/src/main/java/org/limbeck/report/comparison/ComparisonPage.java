package org.limbeck.report.comparison;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.report.format.Assets;
import org.limbeck.report.format.ReadableNumbers;
import org.limbeck.report.page.Report;

/** Renders {@code index.html}, which needs nothing else, and plots as files of their own. */
final class ComparisonPage {
  private final Mustache.Compiler compiler = Mustache.compiler().emptyStringIsFalse(true);
  private final Template page = compiler.compile(Assets.read("comparison.html"));
  private final Template plot = compiler.compile(Assets.read("plot.svg"));
  private final String style = Assets.read("report.css") + Assets.read("comparison.css");
  private final String script = Assets.read("comparison.js");

  /** A row of the table of experiments. */
  record LineRow(
      int index,
      int colour,
      String dash,
      String label,
      String runs,
      String accuracy,
      String worst,
      String bytes,
      String frames,
      String rounds,
      String time,
      String difference,
      boolean best) {}

  /** A row of the table of runs. */
  record RunRow(
      int index,
      String label,
      String seed,
      String accuracy,
      String worst,
      String bytes,
      String rounds,
      String time,
      String page) {}

  /** The files of a plot. */
  record PlotFiles(String text, String stem, boolean last) {}

  /** A plot of the page. */
  record Panel(ConvergencePlot kind, String plot) {}

  /** Returns the page. */
  String render(Comparison comparison) {
    List<ComparedExperiment> lines = comparison.lines();
    Map<String, Object> content = new HashMap<>();
    content.put("title", comparison.title());
    content.put("sentence", sentence(comparison, lines));
    content.put("style", style);
    content.put("script", script);
    content.put("scriptHash", Assets.hash(script));
    content.put("lines", rows(lines));
    content.put("several", lines.size() > 1);
    content.put("first", lines.get(0).label());
    content.put("runs", runs(comparison, lines));
    content.put("bytes", svg(Plot.of(AccuracyPlot.BYTES, lines, true), false));
    content.put("rounds", svg(Plot.of(AccuracyPlot.ROUNDS, lines, false), false));
    content.put("time", svg(Plot.of(AccuracyPlot.TIME, lines, false), false));
    content.put("convergence", convergence(lines));
    content.put("files", files(lines));
    return page.execute(content);
  }

  /** Returns a plot as a file of its own. */
  String plot(Plot drawn) {
    return svg(drawn, true);
  }

  private Map<String, Object> convergence(List<ComparedExperiment> lines) {
    List<Panel> panels =
        ConvergencePlot.of(lines).stream()
            .map(kind -> new Panel(kind, svg(Plot.of(kind, lines, false), false)))
            .toList();
    return Map.of("any", !panels.isEmpty(), "panels", panels);
  }

  private static List<PlotFiles> files(List<ComparedExperiment> lines) {
    List<PlotKind> kinds = new ArrayList<>(List.of(AccuracyPlot.values()));
    kinds.addAll(ConvergencePlot.of(lines));
    PlotKind last = kinds.get(kinds.size() - 1);
    return kinds.stream()
        .map(kind -> new PlotFiles(kind.stem().replace('-', ' '), kind.stem(), kind == last))
        .toList();
  }

  private String svg(Plot drawn, boolean alone) {
    return plot.execute(Map.of("plot", drawn, "alone", alone));
  }

  private static String sentence(Comparison comparison, List<ComparedExperiment> lines) {
    ComparedExperiment best =
        lines.stream()
            .max(Comparator.comparingDouble(line -> line.accuracy().mean()))
            .orElseThrow();
    String runs =
        ReadableNumbers.count(comparison.runs().size())
            + (comparison.runs().size() == 1 ? " run" : " runs");
    return lines.size() == 1
        ? best.label() + ": " + SpreadFormat.percent(best.accuracy()) + " in " + runs + "."
        : ReadableNumbers.count(lines.size())
            + " experiments in "
            + runs
            + ". Most accurate: "
            + best.label()
            + " with "
            + SpreadFormat.percent(best.accuracy())
            + ", for "
            + SpreadFormat.bytes(best.bytes())
            + " sent per device.";
  }

  private static List<LineRow> rows(List<ComparedExperiment> lines) {
    double best = lines.stream().mapToDouble(l -> l.accuracy().mean()).max().orElse(Double.NaN);
    return IntStream.range(0, lines.size())
        .mapToObj(i -> row(i, lines.get(i), lines.get(0), best))
        .toList();
  }

  private static LineRow row(
      int index, ComparedExperiment line, ComparedExperiment first, double best) {
    return new LineRow(
        index,
        Plot.colour(index),
        Plot.dash(index),
        line.label(),
        Integer.toString(line.runs().size()),
        SpreadFormat.percent(line.accuracy()),
        SpreadFormat.percent(line.worst()),
        SpreadFormat.bytes(line.bytes()),
        SpreadFormat.bytes(line.frameBytes()),
        SpreadFormat.count(line.rounds()),
        SpreadFormat.seconds(line.seconds()),
        index == 0
            ? ReadableNumbers.MISSING
            : DifferenceFormat.points(new ExperimentDifference(first, line).accuracy()),
        line.accuracy().mean() == best);
  }

  private static List<RunRow> runs(Comparison comparison, List<ComparedExperiment> lines) {
    List<String> labels =
        lines.stream().map(ComparedExperiment::label).collect(Collectors.toList());
    List<RunRow> rows = new ArrayList<>();
    for (ComparedRun run : comparison.runs()) {
      rows.add(
          new RunRow(
              labels.indexOf(run.label()),
              run.label(),
              Long.toString(run.summary().setup().seed()),
              ReadableNumbers.percent(run.summary().accuracy().meanTestAccuracy()),
              ReadableNumbers.percent(run.summary().accuracy().minTestAccuracy()),
              ReadableNumbers.bytes(run.summary().bytes().bytesSentPerDevice()),
              ReadableNumbers.count(run.summary().setup().rounds()),
              ReadableNumbers.seconds(run.summary().timing().wallSeconds()),
              "runs/" + run.folder() + "/" + Report.PAGE_FILE));
    }
    return rows;
  }
}
