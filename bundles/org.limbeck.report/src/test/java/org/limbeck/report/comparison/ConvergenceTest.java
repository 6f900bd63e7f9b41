package org.limbeck.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.limbeck.report.comparison.ConvergenceMeasure.DISAGREEMENT;
import static org.limbeck.report.comparison.ConvergenceMeasure.STATIONARITY;

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

class ConvergenceTest {
  private static final double NAN = Double.NaN;

  @TempDir private Path folder;

  /**
   * Stationarity falls like round^-1 and round^-0.5; disagreement is one line's, and tracking zero.
   */
  private final Comparison comparison =
      new Comparison(
          "rates", List.of(run("fast", 1, 1, 8), run("fast", 2, 1, 4), run("slow", 1, 0.5, NAN)));

  @Test
  void isTheSpreadOverSeeds() {
    ComparedExperiment fast = comparison.lines().get(0);
    Convergence stationarity = Convergence.of(STATIONARITY, fast);
    assertThat(stationarity.first().mean()).isCloseTo(0.1, within(1e-12));
    assertThat(stationarity.last().mean()).isCloseTo(0.01, within(1e-12));
    assertThat(stationarity.rate().mean()).isCloseTo(1, within(1e-9));
    assertThat(stationarity.rate().deviation()).isCloseTo(0, within(1e-9));
    assertThat(Convergence.of(DISAGREEMENT, fast).last().mean()).isEqualTo(6);
    assertThat(Convergence.of(DISAGREEMENT, comparison.lines().get(1)).last().mean()).isNaN();
  }

  @Test
  void aTableHasARowPerExperimentAndMeasure() throws IOException {
    comparison.writeTo(folder);
    assertThat(folder.resolve("convergence.md"))
        .content()
        .contains(
            "| fast | 2 | stationarity | 0.100 ± 0 | 0.0100 ± 0 | 1.00 ± 0.00 |"
                .replaceAll(" ± ", "\u00a0±\u00a0"))
        .contains("| slow | 1 | disagreement | – | – | – |")
        .doesNotContain("tracking", "NaN");
    assertThat(Files.readAllLines(folder.resolve("convergence.csv")))
        .hasSize(1 + 3 * 2)
        .contains(
            "label,runs,measure,first,firstSd,last,lastSd,rate,rateSd",
            "slow,1,disagreement,,,,,,",
            "slow,1,tracking error,0.0,,0.0,,,");
    assertThat(Files.readAllLines(folder.resolve("curves.csv")).get(1))
        .isEqualTo("fast,1,0,0.0,0.0,0.0,0.5,0.5,8.0,0.0,");
  }

  @Test
  void plotsAreThoseOfWhatThereIs() throws Exception {
    Path stale = Files.writeString(folder.resolve("tracking-error-over-rounds.svg"), "stale");
    comparison.writeTo(folder);
    for (String file : List.of("stationarity-over-rounds.svg", "disagreement-over-rounds.svg")) {
      String svg = Files.readString(folder.resolve(file));
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)));
      assertThat(svg).doesNotContain("NaN", "Infinity");
    }
    assertThat(stale).doesNotExist();
    assertThat(folder.resolve("index.html"))
        .content()
        .contains("<h2 id=\"convergence\">", "<h3>Stationarity</h3>", "<h3>Disagreement</h3>")
        .doesNotContain("Tracking error", "NaN");
  }

  @Test
  void aPowerLawIsAStraightLineFromTheFirstEvaluationAfterRoundZero() {
    Plot plot = Plot.of(new ConvergencePlot(STATIONARITY), comparison.lines(), true);
    List<Plot.Dot> dots = plot.curves().get(0).dots();
    assertThat(dots).hasSize(10);
    assertThat(slope(dots.get(0), dots.get(1)))
        .isCloseTo(slope(dots.get(1), dots.get(9)), within(0.01));
    assertThat(plot.key()).extracting(Plot.Entry::text).containsExactly("fast", "slow");
    assertThat(dots.get(0).title()).isEqualTo("fast\nstationarity 0.100\u00a0±\u00a00\nround 10");
  }

  @Test
  void aLineWithoutTheFigureIsNotInTheKey() {
    Plot plot = Plot.of(new ConvergencePlot(DISAGREEMENT), comparison.lines(), true);
    assertThat(plot.key()).extracting(Plot.Entry::text).containsExactly("fast");
    assertThat(plot.curves().get(1).path()).isEmpty();
  }

  @Test
  void aBandThatReachesBelowZeroEndsAtTheFrame() {
    List<ComparedExperiment> lines =
        new Comparison("wide", List.of(run("wide", 1, 1, 0), run("wide", 2, 1, 9))).lines();
    Plot plot = Plot.of(new ConvergencePlot(DISAGREEMENT), lines, true);
    assertThat(plot.curves().get(0).band())
        .contains(" " + plot.bottom() + "L")
        .doesNotContain("NaN");
  }

  @Test
  void ticksAreShort() {
    ConvergencePlot plot = new ConvergencePlot(STATIONARITY);
    assertThat(IntStream.rangeClosed(-4, 5).mapToObj(e -> plot.yText(Math.pow(10, e))))
        .containsExactly("1e-4", "1e-3", "0.01", "0.1", "1", "10", "100", "1000", "1e4", "1e5");
    assertThat(plot.yText(2.5e-5)).isEqualTo("2.5e-5");
  }

  private static double slope(Plot.Dot a, Plot.Dot b) {
    return (Double.parseDouble(b.y()) - Double.parseDouble(a.y()))
        / (Double.parseDouble(b.x()) - Double.parseDouble(a.x()));
  }

  private static ComparedRun run(String label, long seed, double exponent, double disagreement) {
    List<CurvePoint> curve =
        IntStream.rangeClosed(0, 10)
            .mapToObj(i -> 10 * i)
            .map(
                r ->
                    new CurvePoint(
                        r,
                        r,
                        r,
                        r,
                        0.5,
                        0.5,
                        disagreement,
                        0,
                        r == 0 ? NAN : Math.pow(r, -exponent)))
            .toList();
    return SampleComparedRun.of(label, seed, 0.5, 100, curve);
  }
}
