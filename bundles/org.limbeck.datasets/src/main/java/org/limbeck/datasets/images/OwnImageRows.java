package org.limbeck.datasets.images;

import java.nio.file.Path;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.ClassNames;
import org.limbeck.datasets.rows.Fit;
import org.limbeck.datasets.rows.Images;
import org.limbeck.datasets.rows.OwnRows;

/**
 * Reads images of a folder per class, made to fit.
 *
 * @param fit the size, and whether they become grey
 * @param names the names of the folders; a device need not have all of them
 */
record OwnImageRows(Fit fit, ClassNames names) implements OwnRows {
  private static final int COLOURS = 3;

  @Override
  public Shape shape() {
    return new Shape(fit.height(), fit.width(), fit.greyscale() ? 1 : COLOURS);
  }

  @Override
  public int classes() {
    return names.size();
  }

  @Override
  public Images none() {
    return new Images(shape(), new byte[0], new int[0]);
  }

  @Override
  public Images read(Path place) {
    ImageReader reader = new ImageReader(fit, shape());
    for (Path folder : ImageFolders.folders(place)) {
      int label = names.number(folder.getFileName().toString(), place.toString());
      ImageFolders.files(folder).forEach(file -> reader.add(file, label));
    }
    return reader.images();
  }
}
