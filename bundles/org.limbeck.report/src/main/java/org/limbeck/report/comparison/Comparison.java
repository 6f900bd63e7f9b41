package org.limbeck.report.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Runs that have ended, side by side.
 *
 * @param title what they are called together
 * @param runs the runs, those of a line in a row
 */
public record Comparison(String title, List<ComparedRun> runs) {
  /** The name of the file for people. */
  public static final String PAGE_FILE = "index.html";

  /** Copies the runs. */
  public Comparison {
    runs = List.copyOf(runs);
  }

  /** Returns by how much each experiment but the first differs from the first. */
  public List<ExperimentDifference> differences() {
    return ExperimentDifference.of(lines());
  }

  /** Returns the experiments with their runs, in the order in which they come first. */
  public List<ComparedExperiment> lines() {
    Map<String, List<ComparedRun>> byLabel = new LinkedHashMap<>();
    runs.forEach(run -> byLabel.computeIfAbsent(run.label(), label -> new ArrayList<>()).add(run));
    return byLabel.entrySet().stream()
        .map(entry -> new ComparedExperiment(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Writes all files of the comparison, each to a temporary name and moved. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    ComparisonPage page = new ComparisonPage();
    ComparisonCsv tables = new ComparisonCsv(this);
    write(folder, "comparison.csv", tables.runs());
    write(folder, "curves.csv", tables.curves());
    write(folder, "table.csv", tables.lines());
    write(folder, "table.md", new MarkdownTable().render(lines()));
    ConvergenceTables convergence = new ConvergenceTables(lines());
    write(folder, "convergence.csv", convergence.csv());
    write(folder, "convergence.md", convergence.markdown());
    writeDifferences(folder);
    writePlots(folder, page);
    write(folder, PAGE_FILE, page.render(this));
  }

  private void writeDifferences(Path folder) throws IOException {
    if (lines().size() < 2) {
      Files.deleteIfExists(folder.resolve("differences.csv"));
      Files.deleteIfExists(folder.resolve("differences.md"));
      return;
    }
    DifferenceTables differences = new DifferenceTables(lines());
    write(folder, "differences.csv", differences.csv());
    write(folder, "differences.md", differences.markdown());
  }

  private void writePlots(Path folder, ComparisonPage page) throws IOException {
    for (PlotKind kind : AccuracyPlot.values()) {
      writePlot(folder, kind, page);
    }
    List<ConvergencePlot> present = ConvergencePlot.of(lines());
    for (PlotKind kind : present) {
      writePlot(folder, kind, page);
    }
    for (PlotKind absent : ConvergencePlot.all().filter(plot -> !present.contains(plot)).toList()) {
      for (String ending : List.of(".svg", ".pdf", ".csv")) {
        Files.deleteIfExists(folder.resolve(absent.stem() + ending));
      }
    }
  }

  private void writePlot(Path folder, PlotKind kind, ComparisonPage page) throws IOException {
    Plot plot = Plot.of(kind, lines(), true);
    write(folder, kind.stem() + ".svg", page.plot(plot));
    write(folder, kind.stem() + ".pdf", new PdfPlot().render(plot));
    write(folder, kind.stem() + ".csv", new PlotCsv().render(kind, lines()));
  }

  private static void write(Path folder, String name, String text) throws IOException {
    write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Other processes may write the same file at the same time. */
  private static void write(Path folder, String name, byte[] content) throws IOException {
    Path temporary = folder.resolve("." + name + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(temporary, content);
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
