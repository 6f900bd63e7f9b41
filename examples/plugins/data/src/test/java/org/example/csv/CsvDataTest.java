package org.example.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.testkit.PrivateDatasetContract;

class CsvDataTest extends PrivateDatasetContract {

  @Override
  protected PrivateDataset dataset() {
    return new CsvData("points.csv", 4, 1);
  }

  @Test
  void readsFeaturesAndClasses() {
    PrivateDataset points = dataset();
    float[] row = new float[2];
    points.training().read(0, row, 0);
    assertThat(points.classes()).isEqualTo(3);
    assertThat(points.training().rows()).isEqualTo(180);
    assertThat(points.test().rows()).isEqualTo(60);
    assertThat(points.training().label(1)).isEqualTo(1);
    assertThat(row).containsExactly(0.390f, 0.359f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,2,x    | line 1: 'x' is no number
          1,2,0;3,1| line 2: 2 values, where the first row has 3
          1,2,0.5  | row 1: 0.5 is no class
          1,2,0    | has one class only
          ''       | has no rows
          """)
  void saysWhatIsWrongWithAFile(String lines, String complaint, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), lines.replace(';', '\n'));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvData(file.toString(), 2, 1))
        .withMessageContaining(complaint);
  }
}
