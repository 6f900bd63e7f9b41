package org.limbeck.datasets.digits;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;

/** Reads rows of digits back as pixels from 0 to 16. */
final class Pixels {

  private Pixels() {}

  static List<List<Integer>> of(LabelledRows rows) {
    List<List<Integer>> all = new ArrayList<>();
    for (int row = 0; row < rows.rows(); row++) {
      float[] features = new float[64];
      rows.read(row, features, 0);
      all.add(pixels(features));
    }
    return all;
  }

  static List<List<Integer>> of(ReferenceDataset reference) {
    List<List<Integer>> all = new ArrayList<>();
    for (int row = 0; row < reference.rows(); row++) {
      float[] features = new float[64];
      reference.read(row, features, 0);
      all.add(pixels(features));
    }
    return all;
  }

  private static List<Integer> pixels(float[] features) {
    List<Integer> pixels = new ArrayList<>();
    for (float feature : features) {
      float pixel = feature * 16;
      if (pixel != (int) pixel) {
        throw new AssertionError(feature + " is no sixteenth");
      }
      pixels.add((int) pixel);
    }
    return pixels;
  }
}
