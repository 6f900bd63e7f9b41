package org.limbeck.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotPathTest {

  @Test
  void everyCommandGoesToItsPoint() throws IOException {
    List<String> strokes = new ArrayList<>();
    new PlotPath("M1.5 2.0L-3.0 4.0H5.0V6.0Z")
        .draw(
            new PlotPath.Pen() {
              @Override
              public void moveTo(double x, double y) {
                strokes.add("move " + x + " " + y);
              }

              @Override
              public void lineTo(double x, double y) {
                strokes.add("line " + x + " " + y);
              }

              @Override
              public void close() {
                strokes.add("close");
              }
            });
    assertThat(strokes)
        .containsExactly("move 1.5 2.0", "line -3.0 4.0", "line 5.0 4.0", "line 5.0 6.0", "close");
  }
}
