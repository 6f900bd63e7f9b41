package org.limbeck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.Mixing;
import org.limbeck.api.event.PrivacyGuarantee;
import org.limbeck.report.DeviceMetrics;
import org.limbeck.report.Evaluation;
import org.limbeck.report.NetworkDescription;
import org.limbeck.report.RunRecord;
import org.limbeck.report.SampleRun;
import org.limbeck.report.Summary;
import org.limbeck.report.SwappedRun;

class ReportPageTest {
  private static final String NBSP = "\u00a0";
  private static final String ATTACK = "</script><script>alert(1)</script><img src=x onerror=a()>";

  private final ReportPage page = new ReportPage();

  @Test
  void theOutcomeIsSaidInASentence() {
    assertThat(text(SampleRun.quickstart().report()))
        .contains("8 devices of 3 architectures reached a mean test accuracy of 9")
        .contains("% together, against 5")
        .contains("points). Each sent 3.84" + NBSP + "MB to its neighbours.");
  }

  @Test
  void aRunWithoutABaselineIsComparedWithNothing() {
    String text = text(SampleRun.quickstart().bare().report());
    assertThat(text)
        .doesNotContain("against", "Gain", "Together")
        .contains("Accuracy", "Each sent 3.84" + NBSP + "MB to its neighbours.");
  }

  @Test
  void anotherBaselineIsCalledByItsName() {
    Report report = SampleRun.quickstart().report();
    Report other =
        new Report(
            report.summary(),
            report.together(),
            Optional.of(SampleRun.quickstart().record("d-psgd")),
            "",
            "",
            Map.of());
    assertThat(text(other)).contains("with d-psgd").doesNotContain("alone");
  }

  @Test
  void nothingIsSaidToBeSentWhenNothingWas() {
    assertThat(text(SampleRun.of("device-", 1).report()))
        .contains("One device reached a test accuracy of")
        .contains("Nothing was sent.");
  }

  @Test
  void theTablesHaveEveryDeviceAndEveryEvaluation() {
    String html = page.render(SampleRun.quickstart().report());
    assertThat(Pattern.compile("<tr data-devices=").matcher(html).results()).hasSize(8);
    assertThat(Pattern.compile("<th scope=\"row\" class=\"number\">").matcher(html).results())
        .hasSize(16);
    assertThat(html).contains("seed: 7\ntopology:\n  name: ring\n", "17.0.15 (Eclipse Adoptium)");
  }

  @Test
  void whatWentOverAWireIsToldApart() {
    assertThat(text(SampleRun.overWire().report()))
        .contains("3.84" + NBSP + "MB 4.04" + NBSP + "MB with headers, 2.10" + NBSP + "MB on the")
        .contains("Sent Frames Wire Received", "Sent per device With headers On the wire");
    assertThat(text(SampleRun.quickstart().report()))
        .contains("Sent Received", "Sent per device With headers Mean accuracy")
        .doesNotContainIgnoringCase("wire");
  }

  @Test
  void theGraphIsToldToMix() {
    assertThat(text(SampleRun.quickstart().report()))
        .contains("Who talks to whom. Colour and shape tell the architecture.")
        .contains("Spectral gap 0.195 : with plain averaging, disagreement falls tenfold in 11 ");
    assertThat(text(SwappedRun.report()))
        .contains("Who talks to whom at the end.")
        .doesNotContain("Spectral gap", "anew");
    assertThat(text(redrawn()))
        .contains("Who talks to whom in one round: the graph is another one from round to round.")
        .contains("Spectral gap 0.500 : ", "in 4 exchanges of a row on average.");
  }

  @Test
  void whoHasWhatIsToldIfItIsKnown() {
    assertThat(text(SampleRun.quickstart().report()))
        .contains("Who has what Private rows of each class: the stronger the colour, the more.")
        .contains("Class 0 1 2 3 4 5 6 7 8 9 device-1 5 12 3 ");
    assertThat(text(SampleRun.of("device-", 70).report())).contains("The first 64 of 70 devices.");
    assertThat(text(SwappedRun.report())).doesNotContain("Who has what");
  }

  @Test
  void whichClassesAreTakenForWhichIsTold() {
    String text = text(SampleRun.quickstart().report());
    // of 8 · 100 rows of class 0, 39 are taken for class 1, and 16 for class 4
    assertThat(text)
        .contains("True class 0 1 2 3 4 5 6 7 8 9 0 93 4.9 2.0 1 ")
        .containsPattern("Class F1 0 0\\.\\d{3} .*Macro F1 0\\.9\\d\\d Calibration error 0\\.035 ")
        .containsPattern("Device Macro F1 Calibration error device-1 0\\.\\d{3} 0\\.000 device-2 ");
    assertThat(text(SwappedRun.report())).doesNotContain("True class", "Macro F1");
  }

  @Test
  void classesHaveTheirNames() {
    Report report = SampleRun.quickstart().report();
    List<String> names = List.of("a<b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
    RunRecord named = report.together().withClassNames(names);
    Report page =
        new Report(
            Summary.of(named, Optional.empty(), 1), named, Optional.empty(), "", "", Map.of());
    assertThat(text(page))
        .contains("True class a&lt;b c d e f g h i j k a&lt;b 93 4.9 2.0 c ", "Class F1 a&lt;b 0.")
        .contains("Class a&lt;b c d e f g h i j k device-1 5 12 3 ");
  }

  @Test
  void differentialPrivacyIsToldWhereThereIsAny() {
    assertThat(text(withPrivacy()))
        .contains("Private rows have (ε, δ)-differential privacy with ε up to 2.75 and δ")
        .containsPattern("device-2 cnn.*? 1\\.25 device-3 softmax.*? 1\\.50 device-4 ");
    assertThat(text(SampleRun.quickstart().report())).doesNotContain("ε");
  }

  @Test
  void changesAreTold() {
    assertThat(text(SwappedRun.report()))
        .contains("Changes on the way")
        .contains("1 120 topology ring → small-world {k: 4} 8 devices schedule – – – 36" + NBSP)
        .contains("architecture softmax → tree {depth: 4} device-2, device-5, device-8 shell 80.0")
        .contains("% −30.0 round 325 64" + NBSP + "ms")
        .contains("leave mlp device-3", "join mlp device-9", "left at round 400");
    assertThat(data(page.render(SwappedRun.report())).get("swaps")).hasSize(4);
    assertThat(text(SampleRun.quickstart().report())).doesNotContain("Changes on the way");
  }

  @Test
  void whatUsersNameIsNeverMarkup() {
    SampleRun plain = SampleRun.quickstart();
    SampleRun run =
        new SampleRun(ATTACK, ATTACK, ATTACK, List.of(ATTACK), plain.graph(), true, true, false);
    String html = page.render(run.report());
    assertThat(html).doesNotContain("<script>alert", "<img");
    assertThat(Pattern.compile("<script").matcher(html).results()).hasSize(3);
    assertThat(html).contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(data(html).get("devices").get(0).asText()).isEqualTo(ATTACK + "1");
  }

  @Test
  void theDataLeaveOutWhatDoesNotExist() {
    JsonNode data = data(page.render(SampleRun.quickstart().bare().report()));
    assertThat(data.get("rounds")).hasSize(16);
    assertThat(data.get("figures").get("testAccuracy")).hasSize(8).allMatch(d -> d.size() == 16);
    assertThat(data.get("figures").get("stationarity").get(0)).allMatch(JsonNode::isNull);
    assertThat(data.get("figures").get("localLoss").get(0).get(0).isNull()).isTrue();
    assertThat(data.get("figures").get("bytesSent").get(0).get(15).asLong()).isEqualTo(3_840_000);
    assertThat(data.get("baseline").isNull()).isTrue();
  }

  @Test
  void thePageNeedsNothingElse() {
    String html = page.render(SampleRun.quickstart().report());
    assertThat(html).contains("default-src 'none'");
    assertThat(html).doesNotContainPattern("<link|@import|url\\(|\\bsrc=");
    assertThat(html).contains("The MIT License (MIT)", "Leon Sorokin");
  }

  /** Each device has 0.25 more than the one before. */
  private static Report withPrivacy() {
    RunRecord run = SampleRun.quickstart().record("distributed-distillation");
    Evaluation last = run.last();
    List<DeviceMetrics> devices = new ArrayList<>();
    for (DeviceMetrics device : last.devices()) {
      devices.add(
          new DeviceMetrics(
              device.device(),
              device.architecture(),
              device.testAccuracy(),
              device.localLoss(),
              device.distillationLoss(),
              device.sent(),
              device.received(),
              device.disagreement(),
              device.trackingError(),
              device.stationarity(),
              "",
              new PrivacyGuarantee(1 + 0.25 * devices.size(), 1e-5)));
    }
    RunRecord together =
        new RunRecord(
            run.start(),
            run.network(),
            List.of(new Evaluation(last.round(), devices, List.of())),
            List.of(1.0),
            run.swaps(),
            run.swapSeconds(),
            run.departed(),
            run.rounds(),
            run.startedAt(),
            run.wallSeconds(),
            List.of());
    return new Report(
        Summary.of(together, Optional.empty(), 1), together, Optional.empty(), "", "", Map.of());
  }

  private static Report redrawn() {
    Report report = SampleRun.quickstart().report();
    RunRecord run = report.together();
    NetworkDescription wiring = run.network();
    NetworkDescription redrawn =
        new NetworkDescription(
            wiring.plugins(), wiring.devices(), wiring.edges(), new Mixing(true, 0.5));
    RunRecord together =
        new RunRecord(
            run.start(),
            redrawn,
            run.evaluations(),
            run.evaluationSeconds(),
            run.swaps(),
            run.swapSeconds(),
            run.departed(),
            run.rounds(),
            run.startedAt(),
            run.wallSeconds(),
            List.of());
    return new Report(report.summary(), together, report.alone(), "", "", Map.of());
  }

  /** The page without its style and scripts, as a parser would read its text. */
  private String text(Report report) {
    return page.render(report)
        .replaceAll("(?s)<(style|script)[^>]*>.*?</\\1>", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  private static JsonNode data(String html) {
    Matcher data =
        Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(html);
    assertThat(data.find()).isTrue();
    try {
      return JsonMapper.builder().build().readTree(data.group(1));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
