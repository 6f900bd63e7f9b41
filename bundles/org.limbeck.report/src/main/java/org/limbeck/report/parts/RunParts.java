package org.limbeck.report.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.RunStarted;
import org.limbeck.report.RunRecord;
import org.limbeck.report.Summary;
import org.limbeck.report.page.Report;

/**
 * The parts of a run that was split over several processes. Joined, they give what a run of all
 * devices in one process does, bit for bit, but for what depends on the clock, the transport and
 * its traffic.
 */
public final class RunParts {
  private static final String TRANSPORT = "transport";

  private final List<RunPart> parts;

  private RunParts(List<RunPart> parts) {
    this.parts = parts;
  }

  /**
   * Puts parts together.
   *
   * @param parts the parts in any order, at least one
   * @throws PartsException if they are not of the same run, or a device is in none of them or in
   *     two
   */
  public static RunParts of(List<RunPart> parts) throws PartsException {
    RunPart first = parts.get(0);
    for (RunPart part : parts) {
      requireSame(first, part);
    }
    Map<String, RunPart> places = new LinkedHashMap<>();
    for (RunPart part : parts) {
      for (String device : part.devices()) {
        RunPart other = places.put(device, part);
        if (other != null) {
          throw new PartsException(
              device
                  + " is in "
                  + other.folder()
                  + " and in "
                  + part.folder()
                  + ": parts do not"
                  + " overlap");
        }
      }
    }
    List<String> missing =
        first.together().network().devices().stream()
            .map(DeviceDescription::id)
            .filter(device -> !places.containsKey(device))
            .toList();
    if (!missing.isEmpty()) {
      throw new PartsException(
          String.join(", ", missing) + ": in none of the parts; name the folders of all parts");
    }
    return new RunParts(List.copyOf(parts));
  }

  /**
   * Joins them.
   *
   * @param description what the experiment shows; may be empty
   * @param experiment the resolved experiment as YAML
   * @throws PartsException if what a part has written is missing or damaged
   */
  public Report join(String description, String experiment) throws PartsException {
    RunRecord together =
        new RecordJoin(parts.stream().map(RunPart::together).toList())
            .join(
                parts.stream()
                    .<PartTimeline.Memory>map(p -> r -> p.decisions(r).devices())
                    .toList());
    Optional<RunRecord> alone = alone();
    int threads = parts.stream().mapToInt(part -> part.saved().threads()).sum();
    return new Report(
        Summary.of(together, alone, threads), together, alone, description, experiment, versions());
  }

  private Optional<RunRecord> alone() throws PartsException {
    List<RunRecord> records = new ArrayList<>();
    for (RunPart part : parts) {
      if (part.saved().alone() == null) {
        return Optional.empty();
      }
      records.add(part.saved().alone());
    }
    return Optional.of(new RecordJoin(records).join());
  }

  /** Where parts ran with different versions of the same thing, all of them are told. */
  private Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    for (RunPart part : parts) {
      part.saved()
          .versions()
          .forEach(
              (name, version) ->
                  versions.merge(
                      name,
                      version,
                      (known, more) ->
                          List.of(known.split(", ")).contains(more) ? known : known + ", " + more));
    }
    return versions;
  }

  private static void requireSame(RunPart first, RunPart part) throws PartsException {
    RunStarted expected = first.together().start();
    RunStarted start = part.together().start();
    requireSame(first, part, "experiment", expected.experiment(), start.experiment());
    requireSame(first, part, "seed", expected.seed(), start.seed());
    for (String kind : expected.plugins().keySet()) {
      if (!kind.equals(TRANSPORT)) {
        requireSame(first, part, kind, expected.plugins().get(kind), start.plugins().get(kind));
      }
    }
    int devices = expected.devices().size();
    requireSame(first, part, "number of devices", devices, start.devices().size());
    for (int n = 0; n < devices; n++) {
      DeviceDescription device = expected.devices().get(n);
      requireSame(first, part, "device " + (n + 1), device, start.devices().get(n));
    }
    requireSame(first, part, "graph", expected.edges(), start.edges());
  }

  private static void requireSame(
      RunPart first, RunPart part, String what, Object expected, Object actual)
      throws PartsException {
    if (!expected.equals(actual)) {
      throw new PartsException(
          String.format(
              Locale.ROOT,
              "%s is of another run than %s: %s: %s, not %s",
              part.folder(),
              first.folder(),
              what,
              actual,
              expected));
    }
  }
}
