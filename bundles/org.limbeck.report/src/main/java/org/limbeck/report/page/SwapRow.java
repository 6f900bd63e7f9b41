package org.limbeck.report.page;

import java.util.List;
import org.limbeck.api.event.Change;
import org.limbeck.report.SwapRecord;
import org.limbeck.report.format.OptionalFigures;
import org.limbeck.report.format.ReadableNumbers;

/**
 * A row of the page's table of changes, ready to show.
 *
 * @param number its number in the charts, from 1
 * @param round the number of rounds completed before it
 * @param by who asked for it
 * @param changes what changed
 * @param before the accuracy before it of the devices that got another model
 * @param dip how far their accuracy fell, in percentage points
 * @param recovered when they were as good as before again
 * @param seconds how long it took
 */
record SwapRow(
    String number,
    String round,
    String by,
    List<Line> changes,
    String before,
    String dip,
    String recovered,
    String seconds) {

  /**
   * One thing that changed.
   *
   * @param kind what
   * @param change from what to what
   * @param devices the devices that it concerns
   */
  record Line(String kind, String change, String devices) {
    private static final int MOST_NAMES = 4;

    static Line of(Change change) {
      String arrow = change.from().isEmpty() || change.to().isEmpty() ? "" : " → ";
      return new Line(change.kind(), change.from() + arrow + change.to(), names(change.devices()));
    }

    private static String names(List<String> devices) {
      return devices.size() > MOST_NAMES
          ? ReadableNumbers.count(devices.size()) + " devices"
          : String.join(", ", devices);
    }
  }

  static SwapRow of(int index, SwapRecord swap, double seconds) {
    return new SwapRow(
        Integer.toString(index + 1),
        ReadableNumbers.count(swap.round()),
        swap.by(),
        swap.changes().stream().map(Line::of).toList(),
        ReadableNumbers.percent(swap.accuracyBefore()),
        ReadableNumbers.points(
            OptionalFigures.difference(swap.accuracyAfter(), swap.accuracyBefore())),
        recovered(swap),
        ReadableNumbers.duration(seconds));
  }

  private static String recovered(SwapRecord swap) {
    if (swap.accuracyBefore() == null) {
      return ReadableNumbers.MISSING;
    }
    return swap.recoveredAtRound() == null
        ? "not yet"
        : "round " + ReadableNumbers.count(swap.recoveredAtRound());
  }
}
