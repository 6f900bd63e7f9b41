package org.limbeck.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.limbeck.report.DeviceSummary;
import org.limbeck.report.Summary;
import org.limbeck.report.format.OptionalFigures;
import org.limbeck.report.format.ReadableNumbers;

/** Says in a sentence and in four figures how a run went. */
final class OutcomeText {
  private final Report report;
  private final Summary summary;

  OutcomeText(Report report) {
    this.report = report;
    this.summary = report.summary();
  }

  /** Says what this is a part of, and how to see the whole; nothing of a whole. */
  String part() {
    return summary.part() == null
        ? ""
        : String.format(
            Locale.ROOT,
            "This is a part of the run: %s of %s devices. How they compare with the others is not"
                + " known here, and edges to those are not drawn. Once all parts have ended, "
                + "limbeck report PART PART … joins their folders.",
            ReadableNumbers.count(summary.part().size()),
            ReadableNumbers.count(report.together().network().devices().size()));
  }

  String sentence() {
    List<DeviceSummary> adversaries =
        summary.devices().stream().filter(device -> device.profile().lies()).toList();
    int count = summary.devices().size() - adversaries.size();
    String honest = adversaries.isEmpty() ? "" : "honest ";
    StringBuilder sentence = new StringBuilder();
    sentence.append(
        count == 1
            ? "One " + honest + "device"
            : ReadableNumbers.count(count) + " " + honest + "devices");
    sentence.append(architectures());
    sentence.append(beside(adversaries));
    sentence.append(
        count == 1 ? " reached a test accuracy of " : " reached a mean test accuracy of ");
    sentence.append(ReadableNumbers.percent(summary.accuracy().meanTestAccuracy()));
    Double gain =
        OptionalFigures.difference(
            summary.accuracy().meanTestAccuracy(), summary.accuracy().meanTestAccuracyAlone());
    if (gain != null) {
      sentence.append(" together, against ");
      sentence.append(ReadableNumbers.percent(summary.accuracy().meanTestAccuracyAlone()));
      sentence.append(' ').append(report.baselineLabel());
      sentence.append(" (").append(ReadableNumbers.points(gain)).append(" points)");
    }
    sentence.append(traffic());
    privacy().ifPresent(sentence::append);
    return sentence.toString();
  }

  List<Fact> tiles() {
    List<Fact> tiles = new ArrayList<>();
    tiles.add(accuracy());
    summary.devices().stream()
        .filter(device -> device.accuracy().testAccuracy() != null && !device.profile().lies())
        .min(Comparator.comparing(device -> device.accuracy().testAccuracy()))
        .map(
            device ->
                new Fact(
                    "Lowest",
                    ReadableNumbers.percent(device.accuracy().testAccuracy()),
                    device.profile().id()))
        .ifPresent(tiles::add);
    tiles.add(
        new Fact(
            "Sent per device",
            ReadableNumbers.bytes(summary.bytes().bytesSentPerDevice()),
            ReadableNumbers.bytes(summary.bytes().frameBytesSentPerDevice())
                + " with headers"
                + wire()));
    tiles.add(
        new Fact(
            "Rounds",
            ReadableNumbers.count(summary.setup().rounds()),
            "in " + ReadableNumbers.seconds(summary.timing().wallSeconds())));
    return tiles;
  }

  private Fact accuracy() {
    String alone = ReadableNumbers.percent(summary.accuracy().meanTestAccuracyAlone());
    return new Fact(
        "Mean test accuracy",
        ReadableNumbers.percent(summary.accuracy().meanTestAccuracy()),
        summary.accuracy().meanTestAccuracyAlone() == null
            ? ""
            : alone + " " + report.baselineLabel());
  }

  private String architectures() {
    long count =
        summary.devices().stream()
            .filter(device -> !device.profile().lies())
            .map(device -> device.profile().architecture())
            .distinct()
            .count();
    return count == 1 ? "" : " of " + count + " architectures";
  }

  private static String beside(List<DeviceSummary> adversaries) {
    if (adversaries.isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        ", beside %s (%s),",
        adversaries.size() == 1
            ? "one adversary"
            : ReadableNumbers.count(adversaries.size()) + " adversaries",
        adversaries.get(0).profile().adversary());
  }

  private String wire() {
    Long bytes = summary.bytes().wireBytesSentPerDevice();
    return bytes == null ? "" : ", " + ReadableNumbers.bytes(bytes) + " on the wire";
  }

  private Optional<String> privacy() {
    return summary.devices().stream()
        .filter(device -> device.privacy().epsilon() != null)
        .max(Comparator.comparing(device -> device.privacy().epsilon()))
        .map(
            device ->
                String.format(
                    Locale.ROOT,
                    " Private rows have (ε, δ)-differential privacy with ε up to %s and δ = %s.",
                    ReadableNumbers.figure(device.privacy().epsilon()),
                    ReadableNumbers.figure(device.privacy().delta())));
  }

  private String traffic() {
    long bytes = summary.bytes().bytesSentPerDevice();
    return bytes == 0
        ? ". Nothing was sent."
        : ". Each sent " + ReadableNumbers.bytes(bytes) + " to its neighbours.";
  }
}
