package org.limbeck.report.parts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.api.event.DeviceDecisions;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.report.DatedChange;
import org.limbeck.report.DepartedDevice;
import org.limbeck.report.DeviceMetrics;
import org.limbeck.report.Evaluation;
import org.limbeck.report.RunRecord;

/** Joins the records of the parts of a run into that of a run of all its devices. */
final class RecordJoin {
  private final List<RunRecord> parts;
  private final Map<String, Integer> order = new HashMap<>();

  /**
   * Makes a join.
   *
   * @param parts the records of all parts, at least one
   */
  RecordJoin(List<RunRecord> parts) {
    this.parts = parts;
    RunRecord first = parts.get(0);
    Stream.of(
            first.start().devices().stream().map(DeviceDescription::id),
            first.network().devices().stream().map(DeviceDescription::id),
            parts.stream().flatMap(p -> p.departed().stream()).map(DepartedDevice::id))
        .flatMap(ids -> ids)
        .forEach(id -> order.putIfAbsent(id, order.size()));
  }

  /**
   * Joins the records without comparing the devices.
   *
   * @throws PartsException if the parts have been changed in different ways
   */
  RunRecord join() throws PartsException {
    return join(
        parts.stream().map(part -> new PartTimeline(part, round -> List.of())).toList(), false);
  }

  /**
   * Joins the records.
   *
   * @param memories what the devices of each part thought
   * @throws PartsException if something is missing, or the parts have been changed in different
   *     ways
   */
  RunRecord join(List<PartTimeline.Memory> memories) throws PartsException {
    List<PartTimeline> courses = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      courses.add(new PartTimeline(parts.get(part), memories.get(part)));
    }
    return join(courses, true);
  }

  private RunRecord join(List<PartTimeline> courses, boolean compared) throws PartsException {
    List<Evaluation> evaluations = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    for (long round : courses.stream().flatMap(PartTimeline::rounds).sorted().distinct().toList()) {
      for (PartTimeline course : courses) {
        course.goTo(round);
      }
      evaluations.add(evaluation(courses, round, compared));
      seconds.add(courses.stream().mapToDouble(PartTimeline::seconds).max().orElseThrow());
    }
    RunRecord first = parts.get(0);
    SwapJoin swaps = new SwapJoin(parts);
    return new RunRecord(
        first.start(),
        first.network(),
        evaluations,
        seconds,
        swaps.swaps(evaluations),
        swaps.seconds(),
        departed(),
        parts.stream().mapToLong(RunRecord::rounds).max().orElseThrow(),
        parts.stream().map(RunRecord::startedAt).min(Instant::compareTo).orElseThrow(),
        parts.stream().mapToDouble(RunRecord::wallSeconds).max().orElseThrow(),
        List.of(),
        first.classNames());
  }

  private Evaluation evaluation(List<PartTimeline> courses, long round, boolean compared)
      throws PartsException {
    List<DeviceMetrics> devices =
        courses.stream()
            .map(PartTimeline::latest)
            .flatMap(Optional::stream)
            .flatMap(evaluation -> evaluation.devices().stream())
            .sorted(Comparator.comparing(device -> place(device.device())))
            .toList();
    List<DatedChange> changes =
        courses.stream().flatMap(course -> course.changes(round)).distinct().toList();
    if (compared) {
      List<DeviceDecisions> decisions =
          courses.stream().flatMap(course -> course.decisions().stream()).toList();
      devices = new DecisionsComparison(decisions).compare(devices, round);
    }
    return new Evaluation(round, devices, changes);
  }

  private List<DepartedDevice> departed() {
    return parts.stream()
        .flatMap(part -> part.departed().stream())
        .sorted(
            Comparator.comparing(DepartedDevice::leftAtRound)
                .thenComparing(device -> place(device.id())))
        .toList();
  }

  private int place(String device) {
    return order.getOrDefault(device, Integer.MAX_VALUE);
  }
}
