package org.limbeck.report.comparison;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * A page of a PDF document to draw on in the coordinates of a plot: pixels of 1/96 inch from the
 * upper left corner. Its font is embedded.
 */
final class PdfCanvas implements AutoCloseable {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float POINTS = 72f / 96;
  private static final float CIRCLE = 0.5523f;

  /** Where a text has the point that it is drawn at. */
  enum Anchor {
    START(0),
    MIDDLE(0.5f),
    END(1);

    private final float before;

    Anchor(float before) {
      this.before = before;
    }
  }

  private final float height;
  private final PDFont font;
  private final PDPageContentStream page;

  /**
   * Begins a page.
   *
   * @param document receives it; it is closed by the caller, after this canvas
   * @param width in pixels
   * @param height in pixels
   */
  PdfCanvas(PDDocument document, int width, int height) throws IOException {
    this.height = height * POINTS;
    try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      this.font = PDType0Font.load(document, file);
    }
    PDPage sheet = new PDPage(new PDRectangle(width * POINTS, this.height));
    document.addPage(sheet);
    this.page = new PDPageContentStream(document, sheet);
  }

  /** Strokes a path. */
  void stroke(PlotPath path, PdfInk ink, double width, String dash) throws IOException {
    ink(ink);
    page.setLineWidth((float) width * POINTS);
    page.setLineDashPattern(dashes(dash), 0);
    if (trace(path)) {
      page.stroke();
    }
  }

  /** Fills a path. */
  void fill(PlotPath path, PdfInk ink) throws IOException {
    ink(ink);
    if (trace(path)) {
      page.fill();
    }
  }

  /** Fills a circle. */
  void dot(double x, double y, double radius, PdfInk ink) throws IOException {
    ink(ink);
    float r = (float) radius * POINTS;
    float c = r * CIRCLE;
    float cx = x(x);
    float cy = y(y);
    page.moveTo(cx + r, cy);
    page.curveTo(cx + r, cy + c, cx + c, cy + r, cx, cy + r);
    page.curveTo(cx - c, cy + r, cx - r, cy + c, cx - r, cy);
    page.curveTo(cx - r, cy - c, cx - c, cy - r, cx, cy - r);
    page.curveTo(cx + c, cy - r, cx + r, cy - c, cx + r, cy);
    page.fill();
  }

  /** Draws what follows within a rectangle only, until {@link #unclip}. */
  void clip(double left, double top, double width, double over) throws IOException {
    page.saveGraphicsState();
    page.addRect(x(left), y(top + over), (float) width * POINTS, (float) over * POINTS);
    page.clip();
  }

  /** Ends {@link #clip}. */
  void unclip() throws IOException {
    page.restoreGraphicsState();
  }

  /** Writes a line of text; {@code size} is in pixels. */
  void text(String text, double x, double y, double size, Anchor anchor, PdfInk ink)
      throws IOException {
    write(text, Matrix.getTranslateInstance(x(x), y(y)), size, anchor, ink);
  }

  /** Writes a line of text that goes upwards. */
  void textUpwards(String text, double x, double y, double size, Anchor anchor, PdfInk ink)
      throws IOException {
    write(text, Matrix.getRotateInstance(Math.PI / 2, x(x), y(y)), size, anchor, ink);
  }

  @Override
  public void close() throws IOException {
    page.close();
  }

  private void write(String text, Matrix place, double size, Anchor anchor, PdfInk ink)
      throws IOException {
    ink(ink);
    String known = known(text);
    float points = (float) size * POINTS;
    float length = font.getStringWidth(known) / 1000 * points;
    page.beginText();
    page.setFont(font, points);
    page.setTextMatrix(
        Matrix.concatenate(place, Matrix.getTranslateInstance(-anchor.before * length, 0)));
    page.showText(known);
    page.endText();
  }

  /** Replaces what the font has no glyph for. */
  private String known(String text) throws IOException {
    StringBuilder known = new StringBuilder();
    for (int character : text.codePoints().toArray()) {
      String one = Character.toString(character);
      try {
        font.encode(one);
        known.append(one);
      } catch (IllegalArgumentException missing) {
        known.append('?');
      }
    }
    return known.toString();
  }

  private boolean trace(PlotPath path) throws IOException {
    path.draw(
        new PlotPath.Pen() {
          @Override
          public void moveTo(double x, double y) throws IOException {
            page.moveTo(x(x), y(y));
          }

          @Override
          public void lineTo(double x, double y) throws IOException {
            page.lineTo(x(x), y(y));
          }

          @Override
          public void close() throws IOException {
            page.closePath();
          }
        });
    return !path.commands().isEmpty();
  }

  private void ink(PdfInk ink) throws IOException {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setStrokingAlphaConstant((float) ink.opacity());
    state.setNonStrokingAlphaConstant((float) ink.opacity());
    page.setGraphicsStateParameters(state);
    page.setStrokingColor(ink.red(), ink.green(), ink.blue());
    page.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
  }

  private static float[] dashes(String dash) {
    if (dash.equals("none")) {
      return new float[0];
    }
    String[] lengths = dash.split(" ", -1);
    float[] dashes = new float[lengths.length];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = Float.parseFloat(lengths[i]) * POINTS;
    }
    return dashes;
  }

  private static float x(double x) {
    return (float) x * POINTS;
  }

  private float y(double y) {
    return height - (float) y * POINTS;
  }
}
