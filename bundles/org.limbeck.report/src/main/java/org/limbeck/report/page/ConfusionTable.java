package org.limbeck.report.page;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.limbeck.report.DeviceClassification;
import org.limbeck.report.DeviceSummary;
import org.limbeck.report.Summary;
import org.limbeck.report.SummaryClassification;
import org.limbeck.report.format.ReadableNumbers;

/**
 * Which classes the honest devices take for which at the last evaluation, as a heat map, and how
 * good they are at each.
 *
 * @param columns the names of the classes; empty if nothing is known
 * @param rows the classes
 * @param macroF1 the mean macro F1
 * @param calibrationError the mean expected calibration error
 * @param devices the same of each device
 */
record ConfusionTable(
    List<String> columns,
    List<Row> rows,
    String macroF1,
    String calibrationError,
    List<Device> devices) {

  /**
   * A class.
   *
   * @param name its name
   * @param cells what it is taken for, in per cent without the sign
   * @param f1 the mean of its F1 scores
   */
  record Row(String name, List<HeatCell> cells, String f1) {}

  /**
   * A device.
   *
   * @param index its index
   * @param id its id
   * @param macroF1 its macro F1
   * @param calibrationError its expected calibration error
   */
  record Device(int index, String id, String macroF1, String calibrationError) {}

  static ConfusionTable of(Summary summary) {
    SummaryClassification known = summary.classification();
    if (known.classNames() == null) {
      return new ConfusionTable(List.of(), List.of(), "", "", List.of());
    }
    List<String> names = known.classNames();
    return new ConfusionTable(
        names,
        IntStream.range(0, names.size()).mapToObj(k -> row(k, known)).toList(),
        score(known.meanMacroF1()),
        score(known.meanCalibrationError()),
        IntStream.range(0, summary.devices().size())
            .mapToObj(i -> device(i, summary.devices().get(i)))
            .toList());
  }

  /** Returns whether there is anything to show. */
  public boolean known() {
    return !columns.isEmpty();
  }

  /** Returns the number of classes. */
  public int count() {
    return columns.size();
  }

  /** Returns whether there is no room for numbers. */
  public boolean dense() {
    return columns.size() > HeatCell.MOST_NUMBERS;
  }

  private static Row row(int k, SummaryClassification known) {
    List<Double> shares = known.meanConfusion().get(k);
    List<String> names = known.classNames();
    return new Row(
        names.get(k),
        IntStream.range(0, names.size())
            .mapToObj(j -> cell(names.get(k), names.get(j), shares == null ? null : shares.get(j)))
            .toList(),
        score(known.meanF1().get(k)));
  }

  private static HeatCell cell(String actual, String predicted, Double share) {
    double known = Objects.requireNonNullElse(share, 0.0);
    return HeatCell.of(
        known == 0 ? "" : String.format(Locale.ROOT, known < 0.1 ? "%.1f" : "%.0f", 100 * known),
        share == null
            ? "no test row is of class " + actual
            : ReadableNumbers.percent(share)
                + " of class "
                + actual
                + " are taken for "
                + predicted,
        known);
  }

  private static Device device(int index, DeviceSummary device) {
    DeviceClassification known = device.classification();
    return new Device(
        index, device.profile().id(), score(known.macroF1()), score(known.calibrationError()));
  }

  private static String score(Double score) {
    return score == null ? ReadableNumbers.MISSING : String.format(Locale.ROOT, "%.3f", score);
  }
}
