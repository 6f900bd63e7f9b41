package org.limbeck.datasets.digits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.privatedata.LabelledRows;

/** How the images of the file are divided into training, reference and test rows. */
class DigitsSplitTest {
  private final PrivateDigits digits = new PrivateDigits();
  private final ReferenceDigits reference = new ReferenceDigits(600);

  @Test
  void thePartsHaveTheirSizes() {
    assertThat(digits.training().rows()).isEqualTo(640);
    assertThat(digits.test().rows()).isEqualTo(557);
    assertThat(reference.rows()).isEqualTo(600);
  }

  @Test
  void thePartsAreTheImagesOfTheFileEachOnce() throws IOException {
    List<List<Integer>> parts = new ArrayList<>(Pixels.of(digits.training()));
    parts.addAll(Pixels.of(digits.test()));
    parts.addAll(Pixels.of(reference));
    assertThat(parts)
        .hasSize(1797)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            file().stream().map(image -> image.subList(0, 64)).toList());
  }

  @Test
  void labelsBelongToTheirImages() throws IOException {
    List<List<Integer>> labelled = labelled(digits.training());
    labelled.addAll(labelled(digits.test()));
    assertThat(file()).containsAll(labelled);
  }

  @Test
  void everyPartHasAllDigits() {
    assertThat(perDigit(digits.training())).containsExactly(54, 77, 57, 51, 67, 58, 71, 72, 67, 66);
    assertThat(perDigit(digits.test())).containsExactly(56, 42, 59, 63, 50, 58, 59, 56, 56, 58);
  }

  @Test
  void theFirstTrainingRowIsAlwaysTheSame() {
    assertThat(firstLabels(digits.training())).containsExactly(2, 6, 2, 7, 1, 5, 1, 5, 0, 7, 2, 5);
    assertThat(Pixels.of(digits.training()).get(0))
        .containsExactly(
            image(
                """
                 0  2 15 13  1  0  0  0
                 0 13 12 14  7  0  0  0
                 0  8  6  6 13  0  0  0
                 0  0  0  5 15  0  0  0
                 0  0  0 11 10  0  0  0
                 0  0  2 16  5  0  0  0
                 0  0 11 16 13 14 12  0
                 0  3 16 14  8  8  7  0
                """));
  }

  @Test
  void theFirstTestRowIsAlwaysTheSame() {
    assertThat(firstLabels(digits.test())).containsExactly(6, 0, 2, 0, 6, 9, 2, 3, 7, 1, 7, 8);
    assertThat(Pixels.of(digits.test()).get(0))
        .containsExactly(
            image(
                """
                 0  0  0 12 15  4  0  0
                 0  0  7 16  9  2  0  0
                 0  0 12 14  0  0  0  0
                 0  0 16 11  3  0  0  0
                 0  3 16 14 15  8  0  0
                 0  1 16  6  0 12  8  0
                 0  0 12 12  4 13 12  0
                 0  0  1 11 16 16  4  0
                """));
  }

  @Test
  void theFirstReferenceRowIsAlwaysTheSame() {
    assertThat(Pixels.of(reference).get(0))
        .containsExactly(
            image(
                """
                 0  3 15 15  3  0  0  0
                 0  8 14 12 10  0  0  0
                 0  5 11  6 14  0  0  0
                 0  0  0  7 14  0  0  0
                 0  0  0 10 12  0  0  0
                 0  0  0 15  9  0  0  0
                 0  1 11 16 12  8  5  0
                 0  5 16 16 16 16 16  0
                """));
  }

  /** Returns the images of the file: 64 pixels and the digit. */
  private static List<List<Integer>> file() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(DigitsSplitTest.class.getResourceAsStream("digits.csv.gz")),
                StandardCharsets.US_ASCII))) {
      return lines
          .lines()
          .map(line -> Stream.of(line.split(",")).map(Double::valueOf).map(Double::intValue))
          .map(Stream::toList)
          .toList();
    }
  }

  private static List<List<Integer>> labelled(LabelledRows rows) {
    List<List<Integer>> labelled = Pixels.of(rows);
    for (int row = 0; row < rows.rows(); row++) {
      labelled.get(row).add(rows.label(row));
    }
    return labelled;
  }

  private static int[] perDigit(LabelledRows rows) {
    int[] counts = new int[10];
    for (int row = 0; row < rows.rows(); row++) {
      counts[rows.label(row)]++;
    }
    return counts;
  }

  private static int[] firstLabels(LabelledRows rows) {
    int[] labels = new int[12];
    Arrays.setAll(labels, rows::label);
    return labels;
  }

  private static Integer[] image(String pixels) {
    return Stream.of(pixels.strip().split("\\s+")).map(Integer::valueOf).toArray(Integer[]::new);
  }
}
