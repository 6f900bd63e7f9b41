package org.limbeck.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPlotTest {
  private final Plot plot =
      Plot.of(
          AccuracyPlot.BYTES,
          List.of(
              experiment("α = 0.1, größer", 1000),
              experiment("日本 codec", 100),
              experiment("sends nothing", 0)),
          true);

  @Test
  void itSaysWhatThePlotSays() throws IOException {
    try (PDDocument document = Loader.loadPDF(new PdfPlot().render(plot))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document).replace('\u00a0', ' '))
          .contains("α = 0.1, größer", "?? codec", "sends nothing", "sent per device", "1 kB", "%");
    }
  }

  @Test
  void itsFontsAreInside() throws IOException {
    try (PDDocument document = Loader.loadPDF(new PdfPlot().render(plot))) {
      PDResources resources = document.getPage(0).getResources();
      List<Boolean> embedded = new ArrayList<>();
      for (COSName name : resources.getFontNames()) {
        embedded.add(resources.getFont(name).isEmbedded());
      }
      assertThat(embedded).containsOnly(true);
    }
  }

  /** A pixel is 1/96 inch, a point is 1/72. */
  @Test
  void itIsAsLargeAsThePlot() throws IOException {
    try (PDDocument document = Loader.loadPDF(new PdfPlot().render(plot))) {
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth()).isEqualTo(plot.width() * 0.75f);
      assertThat(page.getMediaBox().getHeight()).isEqualTo(plot.height() * 0.75f);
    }
  }

  @Test
  void theSamePlotGivesTheSameBytes() throws IOException {
    assertThat(new PdfPlot().render(plot)).isEqualTo(new PdfPlot().render(plot));
  }

  private static ComparedExperiment experiment(String label, long bytes) {
    List<CurvePoint> curve =
        IntStream.of(0, 5, 10)
            .mapToObj(
                round ->
                    new CurvePoint(
                        round,
                        round,
                        bytes * round,
                        bytes * round,
                        0.5 + round / 100.0,
                        0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN))
            .toList();
    return new ComparedExperiment(
        label,
        List.of(
            SampleComparedRun.of(label, 1, 0.6, bytes, curve),
            SampleComparedRun.of(label, 2, 0.6, bytes, curve)));
  }
}
