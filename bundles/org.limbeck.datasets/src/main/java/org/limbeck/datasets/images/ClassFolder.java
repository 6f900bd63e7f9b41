package org.limbeck.datasets.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a class: the files in its folder, and in those one deeper.
 *
 * @param folder its folder
 * @param images the files, by name
 */
record ClassFolder(Path folder, List<Path> images) {

  /** Copies the list. */
  ClassFolder {
    images = List.copyOf(images);
  }

  /**
   * Lists the images of a class, of which there may be none.
   *
   * @throws IllegalArgumentException if folders in it may be classes themselves, or are nested
   *     deeper; the message names them
   */
  static ClassFolder of(Path folder) {
    List<Path> images = new ArrayList<>(ImageFolders.files(folder));
    List<Path> deeper = ImageFolders.folders(folder);
    if (images.isEmpty() && deeper.size() > 1) {
      throw new IllegalArgumentException(
          folder
              + ": no image of its class is in it, but "
              + deeper.size()
              + " folders: if they are the classes, give this folder as 'path'; rows to train on"
              + " and to test on are in folders 'train' and 'test'");
    }
    for (Path below : deeper) {
      List<Path> nested = ImageFolders.folders(below);
      if (!nested.isEmpty()) {
        throw new IllegalArgumentException(
            nested.get(0) + ": images are in the folder of their class, or one folder deeper");
      }
      images.addAll(ImageFolders.files(below));
    }
    return new ClassFolder(folder, images);
  }

  /** Returns the name of the class. */
  String name() {
    return folder.getFileName().toString();
  }
}
