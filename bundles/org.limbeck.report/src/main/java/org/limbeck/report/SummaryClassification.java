package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.api.event.TestClassification;
import org.limbeck.report.format.InlineArray;
import org.limbeck.report.format.NullableList;
import org.limbeck.report.format.OptionalFigures;

/** How the honest devices classify the test rows at the end, as {@code summary.json} has it. */
public record SummaryClassification(
    @JsonPropertyDescription(
            "the names of the classes, in the order of all lists of classes; their numbers from 0"
                + " if they have no names; null if they are not known")
        List<String> classNames,
    @JsonPropertyDescription("the mean of the honest devices' macro F1; null likewise")
        Double meanMacroF1,
    @JsonPropertyDescription("the mean of their expected calibration errors; null likewise")
        Double meanCalibrationError,
    @JsonPropertyDescription(
            "for each class, the mean of their F1 scores; null for a class that no device has one"
                + " of")
        @JsonSerialize(using = InlineArray.class)
        List<Double> meanF1,
    @JsonPropertyDescription(
            "the mean confusion matrix: row i tells what share of the test rows of class i they"
                + " take for each class, 0 to 1; a row is null if there are none")
        @JsonSerialize(contentUsing = InlineArray.class)
        List<List<Double>> meanConfusion) {

  /** Nothing is known. */
  public static final SummaryClassification NONE =
      new SummaryClassification(null, null, null, null, null);

  /** Copies the lists. */
  public SummaryClassification {
    classNames = classNames == null ? null : List.copyOf(classNames);
    meanF1 = NullableList.copyOf(meanF1);
    meanConfusion = NullableList.copyOf(meanConfusion);
  }

  /**
   * Works out the means.
   *
   * @param names the names of the classes; empty if they have none
   */
  static SummaryClassification of(List<String> names, Evaluation end) {
    List<TestClassification> known =
        end.devices().stream()
            .filter(DeviceMetrics::honest)
            .map(DeviceMetrics::classification)
            .filter(TestClassification::exists)
            .toList();
    if (known.isEmpty()) {
      return NONE;
    }
    int classes = known.get(0).classes();
    List<double[]> scores = known.stream().map(F1Scores::of).toList();
    return new SummaryClassification(
        names(names, classes),
        mean(known, F1Scores::macro),
        mean(known, TestClassification::calibrationError),
        IntStream.range(0, classes)
            .mapToObj(k -> mean(scores, device -> device[k]))
            .collect(Collectors.toList()),
        confusion(known, classes));
  }

  /** Returns the names of so many classes: their numbers from 0 if there are not as many names. */
  public static List<String> names(List<String> names, int classes) {
    return names.size() == classes
        ? names
        : IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  private static <T> Double mean(List<T> devices, ToDoubleFunction<T> figure) {
    return OptionalFigures.orNull(F1Scores.mean(devices.stream().mapToDouble(figure).toArray()));
  }

  /** Adds whole numbers before it divides, so that the order of the devices does not matter. */
  private static List<List<Double>> confusion(List<TestClassification> known, int classes) {
    List<List<Double>> rows = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      int actual = k;
      long[] counts =
          IntStream.range(0, classes)
              .mapToLong(j -> known.stream().mapToLong(device -> device.count(actual, j)).sum())
              .toArray();
      long all = IntStream.range(0, classes).mapToLong(j -> counts[j]).sum();
      rows.add(
          all == 0
              ? null
              : IntStream.range(0, classes).mapToObj(j -> (double) counts[j] / all).toList());
    }
    return rows;
  }
}
