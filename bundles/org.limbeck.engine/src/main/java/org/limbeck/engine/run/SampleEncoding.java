package org.limbeck.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.DecimalNumber;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.privatedata.PrivateDataset;

/**
 * How samples become rows for a model.
 *
 * @param shape the shape of a row
 * @param columnNames the names of a sample's values; empty if they have none
 * @param numeric whether all values are numbers
 * @param classNames the names of the classes
 * @param encoder makes the features of a sample
 * @param preprocessing the same as a value; empty if the dataset does not say
 */
record SampleEncoding(
    Shape shape,
    List<String> columnNames,
    boolean numeric,
    List<String> classNames,
    Function<List<String>, float[]> encoder,
    Optional<Preprocessing> preprocessing) {

  static SampleEncoding of(Preprocessing preprocessing) {
    return new SampleEncoding(
        preprocessing.shape(),
        preprocessing.columnNames(),
        preprocessing.isNumeric(),
        preprocessing.classNames(),
        preprocessing::features,
        Optional.of(preprocessing));
  }

  /** Encodes as a dataset does, which need not say how. */
  static SampleEncoding of(PrivateDataset data) {
    return data.preprocessing()
        .map(SampleEncoding::of)
        .orElseGet(
            () ->
                new SampleEncoding(
                    data.shape(),
                    List.of(),
                    true,
                    IntStream.range(0, data.classes()).mapToObj(String::valueOf).toList(),
                    sample -> normalized(data, sample),
                    Optional.empty()));
  }

  float[] features(List<String> sample) {
    return encoder.apply(sample);
  }

  private static float[] normalized(PrivateDataset data, List<String> sample) {
    if (sample.size() != data.shape().features()) {
      throw new IllegalArgumentException(
          "a sample has " + data.shape().features() + " values, and this one has " + sample.size());
    }
    float[] row = new float[sample.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) DecimalNumber.parse(sample.get(i));
      if (Float.isNaN(row[i])) {
        throw new IllegalArgumentException(
            "value " + (i + 1) + ": '" + sample.get(i) + "' is no number");
      }
    }
    data.normalize(row);
    return row;
  }
}
