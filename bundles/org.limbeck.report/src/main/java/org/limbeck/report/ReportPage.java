package org.limbeck.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.report.format.Assets;
import org.limbeck.report.format.JsonFormat;
import org.limbeck.report.format.ReadableNumbers;

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
    Markers markers = new Markers(architectures(report.summary()));
    List<DeviceRow> devices = devices(report.summary(), markers);
    return template.execute(
        Map.ofEntries(
            Map.entry("style", style),
            Map.entry("charts", charts),
            Map.entry("script", script),
            Map.entry("scriptHashes", Assets.hash(charts) + " " + Assets.hash(script)),
            Map.entry("data", JsonFormat.embedded(ChartData.of(report, devices))),
            Map.entry("content", content(report, devices, markers))));
  }

  private static PageContent content(Report report, List<DeviceRow> devices, Markers markers) {
    Summary summary = report.summary();
    OutcomeText outcome = new OutcomeText(report);
    boolean overWire = summary.bytes().wireBytesSentTotal() != null;
    return new PageContent(
        summary.setup().experiment(),
        report.description(),
        outcome.part(),
        outcome.sentence(),
        outcome.tiles(),
        report.alone().map(alone -> report.baselineLabel()).orElse(""),
        key(devices, markers),
        overWire,
        devices,
        GraphDrawing.of(report.together().here(), markers),
        GraphNote.of(report.together().network()),
        ClassTable.of(report.together().here().devices(), markers),
        swaps(summary),
        EvaluationTable.of(report.together().evaluations(), overWire),
        Provenance.facts(report),
        Provenance.versions(report),
        report.experiment());
  }

  private static Stream<String> architectures(Summary summary) {
    return Stream.concat(
        summary.devices().stream().map(device -> device.profile().architecture()),
        summary.departed().stream().map(DepartedDevice::architecture));
  }

  private static List<DeviceRow> devices(Summary summary, Markers markers) {
    List<DeviceRow> rows = new ArrayList<>();
    for (DeviceSummary device : summary.devices()) {
      rows.add(DeviceRow.of(rows.size(), device, markers, ""));
    }
    for (DepartedDevice device : summary.departed()) {
      String left = "left at round " + ReadableNumbers.count(device.leftAtRound());
      rows.add(DeviceRow.of(rows.size(), device.summary(), markers, left));
    }
    return rows;
  }

  private static List<SwapRow> swaps(Summary summary) {
    return IntStream.range(0, summary.swaps().size())
        .mapToObj(i -> SwapRow.of(i, summary.swaps().get(i), summary.timing().swapSeconds().get(i)))
        .toList();
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
}
