package org.limbeck.datasets.digits;

import java.util.List;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.testkit.PrivateDatasetContract;

class PrivateDigitsContractTest extends PrivateDatasetContract {

  @Override
  protected PrivateDataset dataset() {
    return new PrivateDigits();
  }

  @Override
  protected float largest() {
    return 1;
  }

  @Override
  protected float[] rawRow(int row) {
    float[] pixels = super.rawRow(row);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] *= 16;
    }
    return pixels;
  }

  @Override
  protected List<float[]> rawRowsOutOfRange() {
    return List.of(with(-0.01f), with(16.01f), with(Float.NaN), with(Float.NEGATIVE_INFINITY));
  }

  private static float[] with(float pixel) {
    float[] row = new float[64];
    row[63] = pixel;
    return row;
  }
}
