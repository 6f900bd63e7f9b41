package org.limbeck.report.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limbeck.report.DepartedDevice;
import org.limbeck.report.DeviceSummary;
import org.limbeck.report.RunRecord;
import org.limbeck.report.Summary;
import org.limbeck.report.format.Assets;
import org.limbeck.report.format.JsonFormat;
import org.limbeck.report.format.ReadableNumbers;

/**
 * Renders {@code report.html}: one file that needs nothing else and may not load anything. The
 * template escapes every value; the page's content security policy lets no script run but ours.
 */
final class ReportPage {
  /**
   * An architecture in the key.
   *
   * @param architecture its name
   * @param marker how it is shown
   * @param devices the devices of this architecture
   */
  record Key(String architecture, Markers.Marker marker, List<DeviceRow> devices) {

    /** Returns the indices of the devices, parted by spaces. */
    public String indices() {
      return String.join(" ", devices.stream().map(d -> Integer.toString(d.index())).toList());
    }

    /** Returns the number of devices. */
    public int count() {
      return devices.size();
    }
  }

  /** With more devices than these, the graph needs all the room there is. */
  private static final int MANY = 24;

  private final Template template =
      Mustache.compiler().emptyStringIsFalse(true).compile(Assets.read("report.html"));
  private final String style = Assets.read("uplot/uPlot.min.css") + Assets.read("report.css");
  private final String charts =
      "/*\n" + Assets.read("uplot/LICENSE") + "\n*/\n" + Assets.read("uplot/uPlot.iife.min.js");
  private final String script = Assets.read("report.js");

  String render(Report report) {
    Summary summary = report.summary();
    RunRecord run = report.together();
    OutcomeText outcome = new OutcomeText(report);
    Markers markers = new Markers(architectures(summary));
    List<DeviceRow> devices = devices(summary, markers);
    boolean overWire = summary.bytes().wireBytesSentTotal() != null;
    Map<String, Object> content = new HashMap<>();
    content.put("style", style);
    content.put("charts", charts);
    content.put("script", script);
    content.put("scriptHashes", Assets.hash(charts) + " " + Assets.hash(script));
    content.put("data", JsonFormat.embedded(ChartData.of(report, devices)));
    content.put("title", summary.setup().experiment());
    content.put("description", report.description());
    content.put("part", outcome.part());
    content.put("sentence", outcome.sentence());
    content.put("tiles", outcome.tiles());
    content.put("baseline", report.alone().map(alone -> report.baselineLabel()).orElse(""));
    content.put("key", key(devices, markers));
    content.put("overWire", overWire);
    content.put(
        "withPrivacy", summary.devices().stream().anyMatch(d -> d.privacy().epsilon() != null));
    content.put("devices", devices);
    content.put("many", devices.size() > MANY);
    content.put("graph", GraphDrawing.of(run.here(), markers));
    content.put("mixing", GraphNote.of(run.network()));
    content.put("classes", ClassTable.of(run.here().devices(), run.classNames(), markers));
    content.put("confusion", ConfusionTable.of(summary));
    content.put("swapped", !summary.swaps().isEmpty());
    content.put("swaps", swaps(summary));
    content.put("evaluations", EvaluationTable.of(run.evaluations(), overWire));
    content.put("facts", Provenance.facts(report));
    content.put("versions", Provenance.versions(report));
    content.put("experiment", report.experiment());
    return template.execute(content);
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

  private static List<Key> key(List<DeviceRow> devices, Markers markers) {
    return markers.architectures().stream()
        .map(
            architecture ->
                new Key(
                    architecture,
                    markers.of(architecture),
                    devices.stream().filter(d -> d.architecture().equals(architecture)).toList()))
        .toList();
  }
}
