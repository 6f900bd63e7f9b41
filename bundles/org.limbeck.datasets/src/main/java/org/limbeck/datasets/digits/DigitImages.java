package org.limbeck.datasets.digits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;

/**
 * The 1,797 handwritten digits of the UCI repository, 8 × 8 pixels each, shuffled once and for all
 * and cut into three parts that share no row.
 */
final class DigitImages {
  static final Shape SHAPE = new Shape(8, 8, 1);
  static final int CLASSES = 10;
  static final float BRIGHTEST = 16;

  static final int TEST_ROWS = 557;
  static final int REFERENCE_ROWS = 600;

  private static final String RESOURCE = "digits.csv.gz";
  private static final long SHUFFLE_SEED = 1797;

  private final List<int[]> images;

  private DigitImages(List<int[]> images) {
    this.images = images;
  }

  static DigitImages load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(DigitImages.class.getResourceAsStream(RESOURCE)),
                StandardCharsets.US_ASCII))) {
      List<int[]> images = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        images.add(parse(line));
      }
      Collections.shuffle(images, new Random(SHUFFLE_SEED));
      return new DigitImages(images);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  Part test() {
    return new Part(images.subList(0, TEST_ROWS));
  }

  Part reference(int rows) {
    return new Part(images.subList(TEST_ROWS, TEST_ROWS + rows));
  }

  Part training() {
    return new Part(images.subList(TEST_ROWS + REFERENCE_ROWS, images.size()));
  }

  private static int[] parse(String line) {
    String[] fields = line.split(",", -1);
    int[] image = new int[SHAPE.features() + 1];
    for (int i = 0; i < image.length; i++) {
      image[i] = (int) Float.parseFloat(fields[i]);
    }
    return image;
  }

  /** Some of the images: 64 pixels from 0 to 16 and the digit. */
  record Part(List<int[]> images) implements LabelledRows {

    @Override
    public int rows() {
      return images.size();
    }

    @Override
    public int label(int row) {
      return images.get(row)[SHAPE.features()];
    }

    @Override
    public void read(int row, float[] into, int offset) {
      int[] image = images.get(row);
      for (int i = 0; i < SHAPE.features(); i++) {
        into[offset + i] = image[i] / BRIGHTEST;
      }
    }
  }
}
