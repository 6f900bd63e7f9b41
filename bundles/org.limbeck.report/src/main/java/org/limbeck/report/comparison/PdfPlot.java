package org.limbeck.report.comparison;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Draws plots as PDF documents of one page, with lines and text as vectors and the font embedded,
 * for documents that are typeset. The same plot gives the same bytes.
 */
final class PdfPlot {
  private static final double FONT = 12;
  private static final double BASELINE = 4;
  private static final int LEFT = 52;
  private static final int TOP = 12;

  /** Returns the document. */
  byte[] render(Plot plot) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.getDocumentInformation().setTitle(plot.label());
      document.getDocumentInformation().setCreator("Limbeck");
      document.setDocumentId(0L);
      try (PdfCanvas canvas = new PdfCanvas(document, plot.width(), plot.height())) {
        drawGrid(plot, canvas);
        canvas.clip(LEFT, TOP / 2.0, plot.right() - LEFT + TOP / 2.0, plot.bottom());
        drawCurves(plot, canvas);
        canvas.unclip();
        drawKey(plot, canvas);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void drawGrid(Plot plot, PdfCanvas canvas) throws IOException {
    for (Plot.Tick tick : plot.upwards()) {
      double y = Double.parseDouble(tick.at());
      canvas.stroke(
          new PlotPath("M" + LEFT + " " + tick.at() + "H" + plot.right()), PdfInk.GRID, 1, "none");
      write(canvas, tick.text(), LEFT - 6, y + BASELINE, PdfCanvas.Anchor.END);
    }
    for (Plot.Tick tick : plot.across()) {
      double x = Double.parseDouble(tick.at());
      canvas.stroke(
          new PlotPath("M" + tick.at() + " " + TOP + "V" + plot.bottom()), PdfInk.GRID, 1, "none");
      write(canvas, tick.text(), x, plot.bottom() + 18.0, PdfCanvas.Anchor.MIDDLE);
    }
    double middle = (LEFT + plot.right()) / 2.0;
    write(canvas, plot.axis(), middle, plot.bottom() + 38.0, PdfCanvas.Anchor.MIDDLE);
    canvas.textUpwards(
        plot.beside(),
        10,
        (TOP + plot.bottom()) / 2.0,
        FONT,
        PdfCanvas.Anchor.MIDDLE,
        PdfInk.MUTED);
  }

  private static void drawCurves(Plot plot, PdfCanvas canvas) throws IOException {
    canvas.stroke(new PlotPath(plot.front()), PdfInk.FRONT, 5, "none");
    for (Plot.Curve curve : plot.curves()) {
      PdfInk ink = PdfInk.line(curve.colour());
      canvas.fill(new PlotPath(curve.band()), ink.faint(0.16));
      canvas.stroke(new PlotPath(curve.path()), ink, 2, curve.dash());
      for (Plot.Dot dot : curve.dots()) {
        canvas.dot(
            Double.parseDouble(dot.x()),
            Double.parseDouble(dot.y()),
            Double.parseDouble(dot.radius()),
            ink);
      }
    }
  }

  private static void drawKey(Plot plot, PdfCanvas canvas) throws IOException {
    for (Plot.Entry entry : plot.key()) {
      canvas.stroke(
          new PlotPath("M" + (plot.right() + 18) + " " + entry.y() + "H" + (plot.right() + 40)),
          PdfInk.line(entry.colour()),
          3,
          entry.dash());
      canvas.text(
          entry.text(),
          plot.right() + 47.0,
          Double.parseDouble(entry.y()) + BASELINE,
          FONT,
          PdfCanvas.Anchor.START,
          PdfInk.TEXT);
    }
  }

  private static void write(
      PdfCanvas canvas, String text, double x, double y, PdfCanvas.Anchor anchor)
      throws IOException {
    canvas.text(text, x, y, FONT, anchor, PdfInk.MUTED);
  }
}
