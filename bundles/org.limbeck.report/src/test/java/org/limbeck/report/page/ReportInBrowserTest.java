package org.limbeck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.report.SampleRun;
import org.limbeck.report.SwappedRun;

/** Opens reports in a real browser; skipped where none is installed. */
class ReportInBrowserTest {
  private static final Pattern CANVAS = Pattern.compile("<canvas");
  private static final Pattern NOTHING_TO_DRAW = Pattern.compile("class=\"empty\"[^>]*>([^<]*)<");

  private final ReportPage page = new ReportPage();
  private Chromium browser;

  @BeforeEach
  void findBrowser() {
    browser = Chromium.find().orElse(null);
    Assumptions.assumeTrue(browser != null, "no Chromium on the PATH: reports are not opened");
  }

  @Test
  void everyChartIsDrawnAndNoScriptButOursRuns() throws Exception {
    String attack = "<img src=x onerror=document.title='broken'>";
    SampleRun plain = SampleRun.quickstart();
    SampleRun run =
        new SampleRun(attack, attack, attack, List.of(attack), plain.graph(), true, true, false);
    String document = browser.load("quickstart", page.render(run.report()));
    assertThat(document).contains("data-charts=\"7\"").doesNotContain("<img");
    assertThat(document).contains("<title>&lt;img");
    assertThat(CANVAS.matcher(document).results()).hasSize(7);
    assertThat(NOTHING_TO_DRAW.matcher(document).find()).isFalse();
  }

  @Test
  void aChartWithoutFiguresSaysSo() throws Exception {
    String one = browser.load("one", page.render(SampleRun.of("device-", 1).bare().report()));
    assertThat(one).contains("data-charts=\"4\"");
    assertThat(NOTHING_TO_DRAW.matcher(one).results().map(match -> match.group(1)))
        .containsExactly("Nothing was sent.", "Zero throughout.", "No device states this figure.");
  }

  @Test
  void chartsHaveInkAndAnswerThePointer() throws Exception {
    String html =
        page.render(SampleRun.quickstart().report())
            .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            .replaceFirst("</body>", "<script>" + PROBE + "</script></body>");
    String document = browser.load("probe", html);
    assertThat(document).contains("data-inked=\"7\"", "data-heats=\"14\"");
    assertThat(document).containsPattern("data-tip=\"device-\\d.*% · mean .*% · round [\\d,]+\"");
    assertThat(document).contains("data-pinned=\"device-2 device-5 device-8\"");
  }

  @Test
  void changesAreMarkedInEveryChart() throws Exception {
    String html =
        page.render(SwappedRun.report())
            .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            .replaceFirst("</body>", "<script>" + MARKS_PROBE + "</script></body>");
    assertThat(browser.load("swapped", html)).contains("data-marked=\"7\"");
  }

  /** Counts the charts with the colour of the marks in them. */
  private static final String MARKS_PROBE =
      """
      setTimeout(() => {
        const marked = [...document.querySelectorAll('canvas')].filter(canvas => {
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let reddish = 0;
          for (let i = 0; i < pixels.length; i += 4) {
            reddish += pixels[i] === 0xa5 && pixels[i + 1] === 0x50 && pixels[i + 2] === 0x1c && pixels[i + 3] === 255;
          }
          return reddish > 100;
        });
        document.documentElement.dataset.marked = marked.length;
      }, 500);
      """;

  /**
   * Counts the charts with the mean's colour in them and the colours of the heat map, points at the
   * first chart, and clicks the key.
   */
  private static final String PROBE =
      """
      setTimeout(() => {
        const result = document.documentElement.dataset;
        const inked = [...document.querySelectorAll('canvas')].filter(canvas => {
          const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
          let dark = 0;
          for (let i = 0; i < pixels.length; i += 4) {
            dark += pixels[i] === 0x22 && pixels[i + 1] === 0x26 && pixels[i + 2] === 0x2b && pixels[i + 3] === 255;
          }
          return dark > 100;
        });
        result.inked = inked.length;
        const cells = [...document.querySelectorAll('.heat .has td')];
        result.heats = new Set(cells.map(cell => getComputedStyle(cell).backgroundColor)).size;
        const over = document.querySelector('.u-over');
        const box = over.getBoundingClientRect();
        for (const type of ['mouseenter', 'mousemove']) {
          over.dispatchEvent(new MouseEvent(type, {clientX: box.left + 200, clientY: box.top + 60}));
        }
        setTimeout(() => {
          result.tip = document.querySelector('.tip:not([hidden])').textContent;
          over.dispatchEvent(new MouseEvent('mouseleave'));
          [...document.querySelectorAll('.key button')].find(b => b.textContent.includes('cnn')).click();
          result.pinned = [...document.querySelectorAll('.overview tr.lit th span')].map(e => e.textContent).join(' ');
        }, 500);
      }, 500);
      """;
}
