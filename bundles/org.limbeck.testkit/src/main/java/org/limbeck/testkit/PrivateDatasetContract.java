package org.limbeck.testkit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;

/** What every {@link PrivateDataset} promises. */
public abstract class PrivateDatasetContract {

  /** Returns the dataset under test. */
  protected abstract PrivateDataset dataset();

  /** Returns the largest magnitude that a feature may have; by default 10. */
  protected float largest() {
    return 10;
  }

  /**
   * Returns a training row as a user would write it; by default as models want it. Override it
   * together with {@link PrivateDataset#preprocessing} or {@link PrivateDataset#normalize}.
   */
  protected float[] rawRow(int row) {
    return rows(dataset(), dataset().training()).row(row);
  }

  /** Returns rows, as a user would write them, that have a value out of range; by default none. */
  protected List<float[]> rawRowsOutOfRange() {
    return List.of();
  }

  @Test
  void hasAtLeastTwoClassesAndRowsOfBothSorts() {
    assertThat(dataset().shape()).isNotNull();
    assertThat(dataset().classes()).as("classes").isGreaterThanOrEqualTo(2);
    assertThat(dataset().training().rows()).as("training rows").isPositive();
    assertThat(dataset().test().rows()).as("test rows").isPositive();
  }

  @Test
  void labelsAreClasses() {
    PrivateDataset dataset = dataset();
    for (LabelledRows part : parts(dataset)) {
      for (int row = 0; row < part.rows(); row++) {
        assertThat(part.label(row)).as("label of row %d", row).isBetween(0, dataset.classes() - 1);
      }
    }
  }

  @Test
  void featuresAreScaled() {
    PrivateDataset dataset = dataset();
    parts(dataset).forEach(part -> rows(dataset, part).assertWithin(largest()));
  }

  @Test
  void refusesRowsThatAreNotThere() {
    PrivateDataset dataset = dataset();
    for (LabelledRows part : parts(dataset)) {
      rows(dataset, part).assertBounded();
      for (int row : new int[] {-1, part.rows()}) {
        assertThatThrownBy(() -> part.label(row))
            .as("label of row %d of %d", row, part.rows())
            .isInstanceOf(IndexOutOfBoundsException.class);
      }
    }
  }

  @Test
  void writesARowWhereItIsTold() {
    PrivateDataset dataset = dataset();
    parts(dataset).forEach(part -> rows(dataset, part).assertReadWhereTold());
  }

  @Test
  void isTheSameWheneverRead() {
    PrivateDataset dataset = dataset();
    PrivateDataset again = dataset();
    for (int part = 0; part < 2; part++) {
      LabelledRows rows = parts(dataset).get(part);
      float[][] features = rows(dataset, rows).sample();
      assertThat(rows(dataset, rows).sample()).as("read again").isDeepEqualTo(features);
      assertThat(rows(again, parts(again).get(part)).sample())
          .as("read from another instance")
          .isDeepEqualTo(features);
      assertThat(labels(parts(again).get(part))).isEqualTo(labels(rows));
    }
  }

  @Test
  void testRowsAreNotTrainingRows() {
    PrivateDataset dataset = dataset();
    DatasetRows training = rows(dataset, dataset.training());
    DatasetRows test = rows(dataset, dataset.test());
    Set<Long> trained =
        IntStream.range(0, training.rows()).mapToObj(training::checksum).collect(toSet());
    long known =
        IntStream.range(0, test.rows()).mapToObj(test::checksum).filter(trained::contains).count();
    assertThat(known)
        .as("test rows, of %d, that are training rows too", test.rows())
        .isLessThanOrEqualTo(test.rows() / 10);
  }

  @Test
  void normalizesARowToWhatItWouldRead() {
    PrivateDataset dataset = dataset();
    for (int row = 0; row < Math.min(10, dataset.training().rows()); row++) {
      assertThat(encoded(dataset, rawRow(row)))
          .as("training row %d, written by a user and normalised", row)
          .isEqualTo(rows(dataset, dataset.training()).row(row));
    }
  }

  @Test
  void preprocessesToItsShapeAndClasses() {
    PrivateDataset dataset = dataset();
    dataset
        .preprocessing()
        .ifPresent(
            preprocessing -> {
              assertThat(preprocessing.shape()).isEqualTo(dataset.shape());
              assertThat(preprocessing.classes()).as("classes").isEqualTo(dataset.classes());
            });
  }

  @Test
  void refusesToNormalizeValuesOutOfRange() {
    for (float[] raw : rawRowsOutOfRange()) {
      assertThatThrownBy(() -> encoded(dataset(), raw))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .as("the message that says which value, and what is allowed")
          .containsPattern("\\d");
    }
  }

  @Test
  void isSafeForSeveralThreads() throws Exception {
    PrivateDataset dataset = dataset();
    rows(dataset, dataset.test()).assertReadAlikeByThreads();
  }

  /** Encodes a row as one is that a user gives to a model. */
  private static float[] encoded(PrivateDataset dataset, float[] raw) {
    Optional<Preprocessing> preprocessing = dataset.preprocessing();
    if (preprocessing.isPresent()) {
      List<String> sample =
          IntStream.range(0, raw.length).mapToObj(i -> Double.toString(raw[i])).toList();
      return preprocessing.get().features(sample);
    }
    float[] row = raw.clone();
    dataset.normalize(row);
    return row;
  }

  private static List<LabelledRows> parts(PrivateDataset dataset) {
    return List.of(dataset.training(), dataset.test());
  }

  private static DatasetRows rows(PrivateDataset dataset, LabelledRows part) {
    return new DatasetRows(part.rows(), dataset.shape().features(), part::read);
  }

  private static int[] labels(LabelledRows rows) {
    int[] labels = new int[rows.rows()];
    Arrays.setAll(labels, rows::label);
    return labels;
  }
}
