package org.limbeck.cli.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.ChangeRefused;
import org.limbeck.api.event.CheckpointMissed;
import org.limbeck.api.event.NeighbourChanged;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RunContinued;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunPaused;
import org.limbeck.report.DatedChange;

/** Events that a person wants to hear of at once, each in a line. */
public final class EventMessages {
  private static final int MOST_NAMES = 3;

  private EventMessages() {}

  /** Returns the line for something that is not wrong, but hardly meant. */
  public static String warning(String concern) {
    return "warning: " + concern;
  }

  public static Optional<String> of(RunEvent event) {
    if (event instanceof RunPaused paused) {
      return Optional.of("paused after round " + paused.round() + ": " + paused.reason());
    }
    if (event instanceof RunContinued continued) {
      return Optional.of("goes on after round " + continued.round());
    }
    if (event instanceof ChangeRefused refused) {
      return Optional.of(refused.by() + " is not used: " + refused.reason());
    }
    if (event instanceof CheckpointMissed missed) {
      return Optional.of(of(missed));
    }
    if (event instanceof NeighbourChanged changed) {
      return Optional.of(of(changed));
    }
    return event instanceof Rewired rewired ? Optional.of(of(rewired)) : Optional.empty();
  }

  private static String of(CheckpointMissed missed) {
    return missed.fault().isEmpty()
        ? "checkpoints are written again after round " + missed.round()
        : "goes on without checkpoints: " + missed.fault();
  }

  private static String of(NeighbourChanged changed) {
    String device = changed.device();
    String reason = changed.reason().isEmpty() ? "" : ": " + changed.reason();
    return switch (changed.state()) {
      case PRESENT -> device + " is there" + reason;
      case SILENT -> device + " is silent" + reason;
      case GONE -> device + " has left" + reason;
      case REFUSED -> device + " cannot be a neighbour" + reason;
    };
  }

  private static String of(Rewired rewired) {
    return rewired.changes().stream()
        .map(change -> DatedChange.text(change) + devices(change, rewired.devices().size()))
        .collect(
            Collectors.joining(
                "; ",
                "after round " + rewired.round() + ": ",
                " (" + rewired.by() + ")" + accuracy(rewired)));
  }

  private static String devices(Change change, int all) {
    List<String> devices = change.devices();
    if (devices.isEmpty() || devices.size() == all) {
      return "";
    }
    return devices.size() > MOST_NAMES
        ? ", " + devices.size() + " devices"
        : ", " + String.join(", ", devices);
  }

  private static String accuracy(Rewired rewired) {
    return Double.isNaN(rewired.accuracyBefore())
        ? ""
        : String.format(
            Locale.ROOT,
            "  accuracy %.2f -> %.2f",
            rewired.accuracyBefore(),
            rewired.accuracyAfter());
  }
}
