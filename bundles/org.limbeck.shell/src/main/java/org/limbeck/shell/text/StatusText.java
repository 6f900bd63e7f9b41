package org.limbeck.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.limbeck.api.topology.Edge;
import org.limbeck.engine.control.DeviceStatus;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.PluginKind;

/** How a run and its devices do, and how they are wired. */
public final class StatusText {
  private static final int IDS_NAMED = 4;

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
    AlignedTable table =
        new AlignedTable(
            Set.of(2, 3, 4, 5, 6, 7),
            "device",
            "architecture",
            "parameters",
            "rows",
            "accuracy",
            "local loss",
            "distillation loss",
            "sent",
            "neighbours");
    List<List<String>> neighbours = neighbours(run);
    for (int i = 0; i < run.devices().size(); i++) {
      DeviceStatus device = run.devices().get(i);
      table.row(
          device.id(),
          device.architecture(),
          FigureFormat.count(device.parameters()),
          FigureFormat.count(device.privateRows()),
          FigureFormat.share(device.testAccuracy()),
          FigureFormat.loss(device.localLoss()),
          FigureFormat.loss(device.distillationLoss()),
          FigureFormat.bytes(device.payloadBytesSent()),
          shortened(neighbours.get(i)));
    }
    return table.toString();
  }

  /** Returns a table of the plug-ins in use, in the order of an experiment file. */
  public static String wiring(RunStatus run) {
    AlignedTable table = new AlignedTable(Set.of(), "kind", "plug-in", "devices");
    for (PluginKind kind : PluginKind.values()) {
      if (run.plugins().containsKey(kind.key())) {
        table.row(kind.key(), run.plugins().get(kind.key()), "");
      }
    }
    Map<String, List<String>> users =
        run.devices().stream()
            .collect(
                Collectors.groupingBy(
                    DeviceStatus::architecture,
                    TreeMap::new,
                    Collectors.mapping(DeviceStatus::id, Collectors.toList())));
    users.forEach(
        (architecture, ids) ->
            table.row(PluginKind.ARCHITECTURE.key(), architecture, shortened(ids)));
    return table + "\n" + run.devices().size() + " devices, " + run.edges().size() + " edges";
  }

  private static List<List<String>> neighbours(RunStatus run) {
    List<List<String>> neighbours = new ArrayList<>();
    run.devices().forEach(device -> neighbours.add(new ArrayList<>()));
    for (Edge edge : run.edges().stream().sorted().toList()) {
      neighbours.get(edge.a()).add(run.devices().get(edge.b()).id());
      neighbours.get(edge.b()).add(run.devices().get(edge.a()).id());
    }
    return neighbours;
  }

  private static String shortened(List<String> ids) {
    return ids.size() <= IDS_NAMED ? String.join(", ", ids) : ids.size() + " devices";
  }
}
