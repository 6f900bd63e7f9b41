package org.limbeck.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ComparisonTest {
  private static final String HOSTILE = "<b>&\"quick\" | 4 bit";

  @TempDir private Path folder;
  private final Comparison comparison =
      new Comparison(
          "codecs",
          List.of(
              run("float32", 1, 0.80, 1000),
              run("float32", 2, 0.82, 1000),
              run(HOSTILE, 1, 0.79, 100),
              run(HOSTILE, 2, 0.79, 120),
              run("alone", 1, 0.6, 0)));

  @Test
  void aTableHasARowPerExperiment() throws IOException {
    comparison.writeTo(folder);
    assertThat(folder.resolve("table.md"))
        .content()
        .contains(
            "| float32 | 2 | 81.0\u00a0±\u00a01.4\u00a0% | 80.0\u00a0±\u00a01.4\u00a0% |"
                + " 1.00\u00a0kB |")
        .contains("| <b>&\"quick\" \\| 4 bit | 2 |");
    assertThat(Files.readAllLines(folder.resolve("table.csv")))
        .hasSize(4)
        .anySatisfy(row -> assertThat(row).startsWith("alone,1,0.6,,"));
    assertThat(Files.readAllLines(folder.resolve("comparison.csv")))
        .hasSize(6)
        .anySatisfy(row -> assertThat(row).startsWith("float32,2,float32-2,fedavg,ring,"));
    assertThat(Files.readAllLines(folder.resolve("curves.csv"))).hasSize(1 + 5 * 3);
  }

  @Test
  void plotsAreWholeDocuments() throws Exception {
    comparison.writeTo(folder);
    for (PlotKind kind : AccuracyPlot.values()) {
      String svg = Files.readString(folder.resolve(kind.stem() + ".svg"));
      assertThat(
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new InputSource(new StringReader(svg)))
                  .getDocumentElement()
                  .getTagName())
          .isEqualTo("svg");
      assertThat(svg).doesNotContain("NaN", "Infinity", "<b>").contains("&lt;b&gt;&amp;");
    }
  }

  @Test
  void whatAPlotShowsStandsBesideIt() throws IOException {
    comparison.writeTo(folder);
    assertThat(Files.readAllLines(folder.resolve("accuracy-over-bytes.csv")))
        .hasSize(1 + 3 * 3)
        .startsWith(
            "label,runs,bytesSentPerDevice,meanTestAccuracy,meanTestAccuracySd",
            "float32,2,0.0,0.405,0.007071067811865442")
        .endsWith("alone,1,0.0,0.6,");
    for (PlotKind kind : AccuracyPlot.values()) {
      assertThat(folder.resolve(kind.stem() + ".pdf")).isNotEmptyFile();
      assertThat(folder.resolve(kind.stem() + ".csv")).isNotEmptyFile();
    }
    assertThat(folder).isDirectoryNotContaining("glob:**{stationarity,disagreement,tracking}*");
  }

  @Test
  void aRowPerExperimentButTheFirstTellsTheDifference() throws IOException {
    comparison.writeTo(folder);
    assertThat(folder.resolve("differences.md"))
        .content()
        .startsWith("| against float32 | pairs | mean accuracy |")
        .contains("\\| 4 bit | 2 | none: −2.0 (−14.7 to 10.7)\u00a0points |")
        .contains("| alone | 1 | −20.0\u00a0points (one pair) |");
    assertThat(Files.readAllLines(folder.resolve("differences.csv")))
        .hasSize(3)
        .anySatisfy(row -> assertThat(row).startsWith("alone,float32,1,-0.2"));
    assertThat(folder.resolve("index.html")).content().contains("Against float32", "none: −2.0");
  }

  @Test
  void oneExperimentDiffersFromNone() throws IOException {
    comparison.writeTo(folder);
    new Comparison("codecs", List.of(run("float32", 1, 0.80, 1000))).writeTo(folder);
    assertThat(folder).isDirectoryNotContaining("glob:**differences.*");
    assertThat(folder.resolve("index.html")).content().doesNotContain("Against float32");
  }

  @Test
  void thePageEscapesNamesAndLoadsNothing() throws IOException {
    comparison.writeTo(folder);
    assertThat(folder.resolve("index.html"))
        .content()
        .contains("3 experiments in 5 runs. Most accurate: float32 with")
        .contains("href=\"runs/float32-2/report.html\"")
        .contains("Pareto front")
        .doesNotContain("<h2 id=\"convergence\"", "stationarity over rounds")
        .doesNotContain("<b>&", "src=", "@import", "NaN");
  }

  @Test
  void whatSendsNothingIsALevel() {
    Plot plot = Plot.of(AccuracyPlot.BYTES, comparison.lines(), true);
    assertThat(plot.curves().get(2).path()).matches("M52 [0-9.]+H560");
    assertThat(plot.curves().get(0).dots()).hasSize(2);
    assertThat(Plot.of(AccuracyPlot.ROUNDS, comparison.lines(), true).curves().get(2).dots())
        .hasSize(3);
  }

  @Test
  void theBestIsFirstInTheKey() {
    assertThat(Plot.of(AccuracyPlot.TIME, comparison.lines(), true).key())
        .extracting(Plot.Entry::text)
        .containsExactly("float32", HOSTILE, "alone");
  }

  @Test
  void aRunIsReadFromItsFolder() throws IOException {
    ComparedRun run = run("x", 3, 0.5, 10);
    Files.writeString(folder.resolve("summary.json"), run.summary().toJson());
    Files.writeString(
        folder.resolve("metrics.csv"),
        """
        round,device,testAccuracy,payloadBytesSent,frameBytesSent,disagreement,stationarity,adversary
        0,a,0.125,0,0,0.5,,
        0,b,0.375,0,0,1.5,,
        5,a,0.25,10,20,0.25,3,
        5,b,0.75,30,40,7,5,collusion
        5,c,,,,,,
        """);
    ComparedRun read = ComparedRun.read("x", folder);
    assertThat(read.summary()).isEqualTo(run.summary());
    assertThat(read.curve())
        .containsExactly(
            new CurvePoint(0, 0.5, 0, 0, 0.25, 0.125, 1, Double.NaN, Double.NaN),
            new CurvePoint(5, 1.5, 10, 20, 0.25, 0.25, 0.25, Double.NaN, 3));
  }

  private static ComparedRun run(String label, long seed, double accuracy, long bytes) {
    List<CurvePoint> curve =
        IntStream.of(0, 5, 10)
            .mapToObj(
                round ->
                    new CurvePoint(
                        round,
                        round / 4.0,
                        bytes * round / 10.0,
                        bytes * round / 10.0,
                        accuracy * (round + 10) / 20,
                        0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN))
            .toList();
    return SampleComparedRun.of(label, seed, accuracy, bytes, curve);
  }
}
