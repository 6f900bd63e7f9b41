package org.limbeck.datasets.images;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.ClassNames;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.OwnSource;

/**
 * Reads images of a folder per class, made to fit.
 *
 * @param fit the size, and whether they become grey
 * @param names the names of the folders; a device need not have all of them
 */
record OwnImageSource(ImageTransform fit, ClassNames names) implements OwnSource {
  private static final int COLOURS = 3;

  @Override
  public Shape shape() {
    return new Shape(fit.height(), fit.width(), fit.greyscale() ? 1 : COLOURS);
  }

  @Override
  public List<String> classNames() {
    return names.names();
  }

  @Override
  public ImageTable none() {
    return new ImageTable(shape(), new byte[0], new int[0], fit);
  }

  @Override
  public ImageTable read(Path place) {
    ImageReader reader = new ImageReader(fit, shape());
    ImageFolders.requireNoImageBeside(place);
    for (Path folder : ImageFolders.folders(place)) {
      int label = names.number(folder.getFileName().toString(), place.toString());
      ClassFolder.of(folder).images().forEach(file -> reader.add(file, label));
    }
    return reader.images();
  }
}
