package org.limbeck.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Renders {@code report.html}: one file that needs nothing else and may not load anything. The
 * template escapes every value; the page's content security policy lets no script run but ours.
 */
final class ReportPage {
  private final Template template =
      Mustache.compiler().emptyStringIsFalse(true).compile(Assets.read("report.html"));
  private final String style = Assets.read("uplot/uPlot.min.css") + Assets.read("report.css");
  private final String charts =
      "/*\n" + Assets.read("uplot/LICENSE") + "\n*/\n" + Assets.read("uplot/uPlot.iife.min.js");
  private final String script = Assets.read("report.js");

  String render(Report report) {
    Markers markers = new Markers(report.together().start().devices());
    return template.execute(
        Map.ofEntries(
            Map.entry("style", style),
            Map.entry("charts", charts),
            Map.entry("script", script),
            Map.entry("scriptHashes", hash(charts) + " " + hash(script)),
            Map.entry("data", Json.embedded(ChartData.of(report, markers))),
            Map.entry("content", content(report, markers))));
  }

  private static PageContent content(Report report, Markers markers) {
    Summary summary = report.summary();
    Outcome outcome = new Outcome(report);
    List<DeviceRow> devices =
        IntStream.range(0, summary.devices().size())
            .mapToObj(i -> row(i, summary.devices().get(i), markers))
            .toList();
    return new PageContent(
        summary.experiment(),
        report.description(),
        outcome.sentence(),
        outcome.tiles(),
        report.alone().map(alone -> report.baselineLabel()).orElse(""),
        key(devices, markers),
        devices,
        GraphDrawing.of(report.together().start(), markers),
        report.together().evaluations().stream().map(EvaluationRow::of).toList(),
        Provenance.facts(report),
        Provenance.versions(report),
        report.experiment());
  }

  private static DeviceRow row(int index, DeviceSummary device, Markers markers) {
    return DeviceRow.of(index, device, markers.of(device.architecture()));
  }

  private static List<PageContent.Key> key(List<DeviceRow> devices, Markers markers) {
    return markers.architectures().stream()
        .map(
            architecture ->
                new PageContent.Key(
                    architecture,
                    markers.of(architecture),
                    devices.stream().filter(d -> d.architecture().equals(architecture)).toList()))
        .toList();
  }

  private static String hash(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
