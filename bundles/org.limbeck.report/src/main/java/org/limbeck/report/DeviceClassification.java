package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.event.TestClassification;
import org.limbeck.report.format.InlineArray;
import org.limbeck.report.format.NullableList;
import org.limbeck.report.format.OptionalFigures;

/** How a device classifies the test rows at the end of a run, as {@code summary.json} has it. */
public record DeviceClassification(
    @JsonPropertyDescription(
            "the mean of `f1` over the classes that have it (macro F1); null if classes are not"
                + " known")
        Double macroF1,
    @JsonPropertyDescription(
            "the expected calibration error on the test rows, 0 to 1, in 15 bins of equal width of"
                + " the largest probability; null likewise")
        Double calibrationError,
    @JsonPropertyDescription(
            "the F1 score of each class on the test rows, 0 to 1; null for a class of which there"
                + " is no test row and for which none is taken")
        @JsonSerialize(using = InlineArray.class)
        List<Double> f1,
    @JsonPropertyDescription(
            "the confusion matrix: row i tells how many test rows of class i are taken for each"
                + " class; null if those of all devices had more than 100,000 elements together")
        @JsonSerialize(contentUsing = InlineArray.class)
        List<List<Integer>> confusion) {

  /** Nothing is known. */
  static final DeviceClassification NONE = new DeviceClassification(null, null, null, null);

  /** So many elements of matrices take about as much room as all else of 1,000 devices. */
  private static final long MOST_ELEMENTS = 100_000;

  /** Copies the lists. */
  public DeviceClassification {
    f1 = NullableList.copyOf(f1);
    confusion = NullableList.copyOf(confusion);
  }

  /**
   * Works out the figures of a device.
   *
   * @param devices how many devices there are
   */
  static DeviceClassification of(TestClassification known, int devices) {
    if (!known.exists()) {
      return NONE;
    }
    return new DeviceClassification(
        OptionalFigures.orNull(F1Scores.macro(known)),
        OptionalFigures.orNull(known.calibrationError()),
        OptionalFigures.eachOrNull(F1Scores.of(known)),
        (long) devices * known.confusion().size() > MOST_ELEMENTS ? null : rows(known));
  }

  private static List<List<Integer>> rows(TestClassification known) {
    int classes = known.classes();
    return IntStream.range(0, classes)
        .mapToObj(k -> known.confusion().subList(k * classes, (k + 1) * classes))
        .toList();
  }
}
