package org.limbeck.shell.text;

import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.Rewired;

/** What was changed while a run went on. */
public final class ChangeText {
  private static final int DEVICES_NAMED = 4;

  private ChangeText() {}

  /** Returns a table of all changes, or a sentence if there are none. */
  public static String table(List<Rewired> all) {
    if (all.isEmpty()) {
      return "nothing has been changed";
    }
    return new AlignedTable<Rewired>()
        .number("round", rewired -> FigureFormat.count(rewired.round()))
        .text("by", Rewired::by)
        .text("change", ChangeText::summary)
        .text("accuracy", ChangeText::accuracy)
        .number("took", rewired -> FigureFormat.duration(rewired.seconds()))
        .of(all);
  }

  /** Returns lines that say what took effect, from which round on, and what it did to accuracy. */
  public static String outcome(Rewired rewired) {
    String done = "from round " + FigureFormat.count(rewired.round()) + ": " + summary(rewired);
    String accuracy = accuracy(rewired);
    return accuracy.isEmpty() ? done : done + "\naccuracy of the replaced models " + accuracy;
  }

  private static String summary(Rewired rewired) {
    return rewired.changes().stream().map(ChangeText::of).collect(Collectors.joining("; "));
  }

  private static String of(Change change) {
    if (change.from().isEmpty() || change.to().isEmpty()) {
      String plugin = change.from() + change.to();
      return plugin.isEmpty()
          ? change.kind() + devices(change)
          : change.kind() + " " + plugin + devices(change);
    }
    return change.kind() + " " + change.from() + " -> " + change.to() + devices(change);
  }

  private static String devices(Change change) {
    List<String> devices = change.devices();
    if (devices.isEmpty()) {
      return "";
    }
    return devices.size() <= DEVICES_NAMED
        ? " (" + String.join(", ", devices) + ")"
        : " (" + devices.size() + " devices)";
  }

  private static String accuracy(Rewired rewired) {
    return Double.isNaN(rewired.accuracyBefore())
        ? ""
        : FigureFormat.share(rewired.accuracyBefore())
            + " -> "
            + FigureFormat.share(rewired.accuracyAfter());
  }
}
