package org.limbeck.datasets.images;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.datasets.rows.ClassNames;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;

/**
 * Images of the classes a and b, as training reads them.
 *
 * @param images all of them
 */
public record ImageTraining(ImageTable images) {

  /** Reads the images of a folder. */
  public static ImageTraining in(Path folder, int height, int width, boolean greyscale) {
    return new ImageTraining(
        new OwnImageSource(
                new ImageTransform(height, width, greyscale), new ClassNames(List.of("a", "b")))
            .read(folder));
  }

  /** Returns what is saved beside a model. */
  public Preprocessing preprocessing() {
    return new Preprocessing(images.shape(), images.columns(), List.of("a", "b"));
  }

  /** Returns what a model sees of the last image. */
  public float[] lastRow() {
    float[] row = new float[images.shape().features()];
    images.read(images.rows() - 1, row, 0);
    return row;
  }
}
