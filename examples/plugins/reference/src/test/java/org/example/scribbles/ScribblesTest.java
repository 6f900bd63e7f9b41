package org.example.scribbles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.testkit.ReferenceDatasetContract;

class ScribblesTest extends ReferenceDatasetContract {

  @Override
  protected ReferenceDataset dataset() {
    return new Scribbles(50, 8, 8, 1);
  }

  @Override
  protected List<ReferenceDataset> others() {
    return List.of(new Scribbles(50, 8, 8, 2), new Scribbles(51, 8, 8, 1));
  }

  @Test
  void leavesPaperAndInk() {
    float[] image = new float[64];
    for (int row = 0; row < 50; row++) {
      dataset().read(row, image, 0);
      assertThat(image).contains(0f);
      Arrays.sort(image);
      assertThat(image[63]).as("the most ink on a pixel").isBetween(0.5f, 1f);
    }
  }
}
