package org.limbeck.report.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.report.DatedChange;
import org.limbeck.report.Evaluation;
import org.limbeck.report.RunRecord;
import org.limbeck.report.SwapRecord;

/**
 * Joins what the parts of a run tell of the changes on the way. Each tells the accuracy of its own
 * devices that got another model; all of them have the mean.
 */
final class SwapJoin {
  private final List<RunRecord> parts;

  /**
   * Makes a join.
   *
   * @throws PartsException if the parts have been changed in different ways
   */
  SwapJoin(List<RunRecord> parts) throws PartsException {
    this.parts = parts;
    List<SwapRecord> expected = plain(parts.get(0));
    for (RunRecord part : parts) {
      if (!plain(part).equals(expected)) {
        throw new PartsException(
            "the parts have been changed in different ways: "
                + changes(expected)
                + " in one, "
                + changes(plain(part))
                + " in another");
      }
    }
  }

  /** Returns the changes, with what the joined evaluations tell about recovery. */
  List<SwapRecord> swaps(List<Evaluation> evaluations) {
    List<SwapRecord> joined = new ArrayList<>();
    for (int n = 0; n < parts.get(0).swaps().size(); n++) {
      SwapRecord first = parts.get(0).swaps().get(n);
      SwapRecord swap =
          first.measured(mean(n, SwapRecord::accuracyBefore), mean(n, SwapRecord::accuracyAfter));
      for (Evaluation evaluation : evaluations) {
        swap = evaluation.round() > swap.round() ? swap.after(evaluation) : swap;
      }
      joined.add(swap);
    }
    return joined;
  }

  /** Returns how long each change took where it took longest. */
  List<Double> seconds() {
    return IntStream.range(0, parts.get(0).swapSeconds().size())
        .mapToObj(
            n -> parts.stream().mapToDouble(part -> part.swapSeconds().get(n)).max().orElseThrow())
        .toList();
  }

  private Double mean(int n, Function<SwapRecord, Double> accuracy) {
    double sum = 0;
    long count = 0;
    for (RunRecord part : parts) {
      SwapRecord swap = part.swaps().get(n);
      Double own = accuracy.apply(swap);
      long devices = part.part().stream().filter(swap::hasReplaced).count();
      if (own != null && devices > 0) {
        sum += devices * own;
        count += devices;
      }
    }
    return count == 0 ? null : sum / count;
  }

  private static String changes(List<SwapRecord> swaps) {
    return swaps.isEmpty()
        ? "nothing"
        : swaps.stream()
            .flatMap(swap -> swap.changes().stream().map(c -> new DatedChange(swap.round(), c)))
            .map(DatedChange::text)
            .collect(Collectors.joining("; "));
  }

  private static List<SwapRecord> plain(RunRecord part) {
    return part.swaps().stream().map(swap -> swap.measured(null, null)).toList();
  }
}
