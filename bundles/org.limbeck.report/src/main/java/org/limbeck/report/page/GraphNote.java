package org.limbeck.report.page;

import org.limbeck.api.event.Mixing;
import org.limbeck.report.NetworkDescription;
import org.limbeck.report.format.ReadableNumbers;

/**
 * What to know of the communication graph.
 *
 * @param timeVarying whether what is shown is one draw of many
 * @param gap the spectral gap; empty if it is not known, or there is only one device
 * @param effect what it means for averaging
 */
record GraphNote(boolean timeVarying, String gap, String effect) {
  private static final double NOTHING = 1e-12;

  static GraphNote of(NetworkDescription network) {
    Mixing mixing = network.mixing();
    double gap = mixing.spectralGap();
    return Double.isNaN(gap) || network.devices().size() == 1
        ? new GraphNote(mixing.timeVarying(), "", "")
        : new GraphNote(mixing.timeVarying(), ReadableNumbers.figure(clean(gap)), effect(mixing));
  }

  private static String effect(Mixing mixing) {
    double gap = mixing.spectralGap();
    if (clean(gap) == 0) {
      return "some devices never hear of others";
    }
    long exchanges = (long) Math.ceil(Math.max(1, Math.log(0.1) / Math.log1p(-gap)));
    return "with plain averaging, disagreement falls tenfold in "
        + (exchanges == 1 ? "one exchange" : ReadableNumbers.count(exchanges) + " exchanges")
        + " of a row"
        + (mixing.timeVarying() ? " on average" : "");
  }

  /** Rounding leaves a little of a gap that is none. */
  private static double clean(double gap) {
    return gap < NOTHING ? 0 : gap;
  }
}
