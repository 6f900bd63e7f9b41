package org.limbeck.datasets.rows;

import org.limbeck.testkit.PrivateDatasetContract;

/** What holds of private images of one byte per value, which a user writes as 0 to 255. */
public abstract class ImageDatasetContract extends PrivateDatasetContract {

  @Override
  protected float largest() {
    return 1;
  }

  @Override
  protected float[] rawRow(int row) {
    float[] pixels = super.rawRow(row);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.round(pixels[i] * 255);
    }
    return pixels;
  }
}
