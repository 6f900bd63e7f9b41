package org.limbeck.datasets.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.Shape;

class DataSplitPropertyTest {

  @Property(tries = 100)
  void dividesAllRowsWithoutOverlap(@ForAll @IntRange(min = 10, max = 500) int rows) {
    DataSplit split = new DataSplit(images(rows));
    int[] reference = split.reference(rows / 5);
    int[] all =
        Stream.of(split.privateRows(), split.validation(), reference)
            .flatMapToInt(IntStream::of)
            .sorted()
            .toArray();
    assertThat(all).containsExactly(IntStream.range(0, rows).toArray());
    assertThat(split.validation()).hasSize(rows / 10);
  }

  @Example
  void isTheSameForEver() {
    DataSplit split = new DataSplit(images(10));
    assertThat(split.validation()).containsExactly(2);
    assertThat(split.reference(2)).containsExactly(0, 7);
  }

  @Property(tries = 50)
  void takesReferenceRowsOfTheClassesAskedForOnly(@ForAll @IntRange(max = 3) int label) {
    ImageTable images = images(200);
    int[] rows = new DataSplit(images).reference(5, label);
    assertThat(IntStream.of(rows).map(images::label)).containsOnly(label);
    assertThat(new DataSplit(images).reference(40)).contains(rows);
  }

  @Example
  void saysHowManyRowsThereAreForReference() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSplit(images(100)).reference(21))
        .withMessage("rows: there are 20 rows for reference, not 21; the others are private");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSplit(images(100)).reference(1, 7))
        .withMessage(
            "rows: there are 0 rows for reference of these classes, not 1; the others are private");
  }

  @Example
  void refusesTooFewToDivide() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSplit(images(9)))
        .withMessage("there are 9 training rows, and at least 10 must be there to divide");
  }

  private static ImageTable images(int rows) {
    return new ImageTable(
        new Shape(1, 1, 1), new byte[rows], IntStream.range(0, rows).map(i -> i % 4).toArray());
  }
}
