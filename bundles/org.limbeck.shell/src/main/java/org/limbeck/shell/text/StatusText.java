package org.limbeck.shell.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.limbeck.api.topology.Edge;
import org.limbeck.engine.control.DeviceStatus;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.PluginKind;

/** How a run and its devices do, and how they are wired. */
public final class StatusText {
  private static final int IDS_NAMED = 4;

  /** A plug-in in use, and by whom if not by all. */
  private record Use(PluginKind kind, String plugin, String devices) {}

  private StatusText() {}

  /** Returns how a run does, a line for each figure. */
  public static String summary(RunStatus run) {
    String reason = run.reason().isEmpty() ? "" : ": " + run.reason();
    double accuracy =
        run.devices().stream()
            .mapToDouble(DeviceStatus::testAccuracy)
            .filter(known -> !Double.isNaN(known))
            .average()
            .orElse(Double.NaN);
    return String.join(
        "\n",
        "run         " + run.experiment(),
        "state       " + run.state().name().toLowerCase(Locale.ROOT) + reason,
        "round       "
            + FigureFormat.count(run.round())
            + " of "
            + FigureFormat.count(run.rounds()),
        "last round  " + FigureFormat.duration(run.secondsInRound()) + " ago",
        "devices     " + run.devices().size(),
        "accuracy    " + FigureFormat.share(accuracy),
        "changes     " + run.swaps().size());
  }

  /** Returns a table of the devices. */
  public static String devices(RunStatus run) {
    Map<String, List<String>> neighbours = neighbours(run);
    return new AlignedTable<DeviceStatus>()
        .text("device", DeviceStatus::id)
        .text("architecture", DeviceStatus::architecture)
        .number("parameters", device -> FigureFormat.count(device.parameters()))
        .number("rows", device -> FigureFormat.count(device.privateRows()))
        .number("accuracy", device -> FigureFormat.share(device.testAccuracy()))
        .number("local loss", device -> FigureFormat.loss(device.localLoss()))
        .number("distillation loss", device -> FigureFormat.loss(device.distillationLoss()))
        .number("sent", device -> FigureFormat.bytes(device.payloadBytesSent()))
        .text("neighbours", device -> shortened(neighbours.getOrDefault(device.id(), List.of())))
        .of(run.devices());
  }

  /** Returns a table of the plug-ins in use, in the order of an experiment file. */
  public static String wiring(RunStatus run) {
    List<Use> uses = new ArrayList<>();
    for (PluginKind kind : PluginKind.values()) {
      if (run.plugins().containsKey(kind.key())) {
        uses.add(new Use(kind, run.plugins().get(kind.key()), ""));
      }
    }
    Map<String, List<String>> users =
        run.devices().stream()
            .collect(
                Collectors.groupingBy(
                    DeviceStatus::architecture,
                    TreeMap::new,
                    Collectors.mapping(DeviceStatus::id, Collectors.toList())));
    users.forEach((name, ids) -> uses.add(new Use(PluginKind.ARCHITECTURE, name, shortened(ids))));
    String table =
        new AlignedTable<Use>()
            .text("kind", use -> use.kind().key())
            .text("plug-in", Use::plugin)
            .text("devices", Use::devices)
            .of(uses);
    return table + "\n" + run.devices().size() + " devices, " + run.edges().size() + " edges";
  }

  private static Map<String, List<String>> neighbours(RunStatus run) {
    Map<String, List<String>> neighbours = new HashMap<>();
    for (Edge edge : run.edges().stream().sorted().toList()) {
      String a = run.devices().get(edge.a()).id();
      String b = run.devices().get(edge.b()).id();
      neighbours.computeIfAbsent(a, id -> new ArrayList<>()).add(b);
      neighbours.computeIfAbsent(b, id -> new ArrayList<>()).add(a);
    }
    return neighbours;
  }

  private static String shortened(List<String> ids) {
    return ids.size() <= IDS_NAMED ? String.join(", ", ids) : ids.size() + " devices";
  }
}
