package org.limbeck.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.LabelledSource;
import org.limbeck.datasets.rows.ReferenceImages;

class ImageFoldersTest {
  private static final ImageTransform AS_IS = new ImageTransform(0, 0, false);

  @TempDir Path folder;

  @Test
  void readsTrainAndTestInTheOrderOfClasses() throws IOException {
    ImageFiles.write(folder.resolve("train/dogs/1.png"), 1, 1, 0x010203);
    ImageFiles.write(folder.resolve("train/cats/2.png"), 1, 1, 0xfffefd);
    ImageFiles.write(folder.resolve("test/cats/3.png"), 1, 1, 0);
    ImageFiles.write(folder.resolve("test/dogs/4.png"), 1, 1, 0);

    LabelledSource source = ImageFolders.in(folder, AS_IS);

    ImageTable training = (ImageTable) source.training();
    assertThat(source.classes()).isEqualTo(2);
    assertThat(training.labels()).containsExactly(0, 1);
    assertThat(training.values()).containsExactly(-1, -2, -3, 1, 2, 3);
    assertThat(source.test().rows()).isEqualTo(2);
  }

  @Test
  void takesGreyAsItIs() throws IOException {
    ImageFiles.writeGrey(folder.resolve("1.png"), 2, 2, 100);
    ImageTable images = ImageFolders.reference(folder, choice(1, AS_IS)).images();
    assertThat(images.shape()).isEqualTo(new Shape(2, 2, 1));
    assertThat(images.values()).containsOnly(100);
  }

  @Test
  void fitsImagesOfAnySizeForReference() throws IOException {
    ImageFiles.write(folder.resolve("1.png"), 40, 20, 0xffffff);
    ImageFiles.writeGrey(folder.resolve("2.png"), 10, 30, 7);
    ImageTable images =
        ImageFolders.reference(folder, choice(2, new ImageTransform(28, 28, true))).images();
    assertThat(images.shape()).isEqualTo(new Shape(28, 28, 1));
    assertThat(images.values()[0]).isEqualTo((byte) 255);
    assertThat(images.values()[784]).isEqualTo((byte) 7);
  }

  @Test
  void refusesImagesOfUnequalSize() throws IOException {
    ImageFiles.write(folder.resolve("1.png"), 2, 2, 0);
    ImageFiles.write(folder.resolve("2.png"), 3, 2, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolders.reference(folder, choice(2, AS_IS)))
        .withMessage(
            folder.resolve("2.png")
                + " is 2x3x3, and others are 2x2x3: give height and width, or greyscale, to fit"
                + " them");
  }

  @Test
  void refusesWhatIsNoImage() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "no image");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolders.reference(folder, choice(1, AS_IS)))
        .withMessage(
            folder.resolve("notes.txt")
                + ": no image that Java can read, such as PNG or JPEG; convert it, or take it"
                + " away");
  }

  @Test
  void refusesImagesByTheSizeInTheirHeader() throws IOException {
    Path file = folder.resolve("1.png");
    ImageFiles.writeHeader(file, 30_000, 30_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolders.reference(folder, choice(1, AS_IS)))
        .withMessage(
            file
                + ": it has 30000 x 30000 pixels, and 100,000,000 pixels are the most that are"
                + " read");
    ImageFiles.writeHeader(file, 10_000, 10_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageReader(AS_IS, null, new MemoryShare(600_000_000)).add(file, 0))
        .withMessageStartingWith(file + ": ")
        .withMessageNotContaining("most that are read");
  }

  @Test
  void refusesImagesThatThereIsNoMemoryFor() throws IOException {
    ImageFiles.write(folder.resolve("1.png"), 2, 2, 0);
    ImageReader enough = new ImageReader(AS_IS, null, new MemoryShare(24));
    enough.add(folder.resolve("1.png"), 0);
    enough.add(folder.resolve("1.png"), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> enough.add(folder.resolve("1.png"), 0))
        .withMessageStartingWith(
            folder.resolve("1.png") + ": what the images up to here hold takes more memory");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ImageReader(AS_IS, null, new MemoryShare(23)).add(folder.resolve("1.png"), 0))
        .withMessageStartingWith(folder.resolve("1.png") + ": the image takes more memory");
  }

  @Test
  void saysWhichImageIsDamaged() throws IOException {
    Path file = folder.resolve("1.png");
    ImageFiles.write(file, 20, 20, 0x123456);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 8; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try {
        ImageFolders.reference(folder, choice(1, AS_IS));
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageStartingWith(file + ": ");
      }
    }
  }

  @Test
  void refusesTooFew() throws IOException {
    ImageFiles.write(folder.resolve("1.png"), 2, 2, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolders.reference(folder, choice(2, AS_IS)))
        .withMessage("rows: there are 1 images in " + folder + ", not 2");
    Files.delete(folder.resolve("1.png"));
    for (int i = 0; i < 11; i++) {
      ImageFiles.write(folder.resolve((i < 5 ? "cats/" : "dogs/") + i + ".png"), 2, 2, 0);
    }
    assertRefused(
        folder
            + ": there are 11 rows, and at least 12 must be there where none are set apart to test"
            + " on");
    ImageFiles.write(folder.resolve("dogs/12.png"), 2, 2, 0);
    assertThat(new PrivateImages(folder, AS_IS, "test").training().rows()).isEqualTo(7);
  }

  @Test
  void namesTheFolderOfTooFewImagesToTrainOn() throws IOException {
    for (int i = 0; i < 9; i++) {
      String place = (i < 5 ? "cats/" : "dogs/") + i + ".png";
      ImageFiles.write(folder.resolve("train/" + place), 2, 2, 0);
      ImageFiles.write(folder.resolve("test/" + place), 2, 2, 0);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrivateImages(folder, AS_IS, "test"))
        .withMessage(
            folder + ": there are 9 training rows, and at least 10 must be there to divide");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReferenceImageFolder(folder, choice(1, AS_IS)))
        .withMessage(
            folder + ": there are 9 training rows, and at least 10 must be there to divide");
  }

  @Test
  void tellsWhatIsLeftOutForReferenceToo() throws IOException {
    for (int i = 0; i < 20; i++) {
      ImageFiles.write(folder.resolve((i % 2 == 0 ? "cats/" : "dogs/") + i + ".png"), 2, 2, 0);
    }
    Files.writeString(folder.resolve("notes.txt"), "mine");
    List<String> ofPrivate = new PrivateImages(folder, AS_IS, "test").notices();
    assertThat(ofPrivate).singleElement().asString().contains("notes.txt");
    assertThat(new ReferenceImageFolder(folder, choice(1, AS_IS)).notices()).isEqualTo(ofPrivate);
  }

  @Test
  void refusesFoldersWithoutClasses() throws IOException {
    Path missing = folder.resolve("missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolders.in(missing, AS_IS))
        .withMessage(missing + ": there is no such file");
    ImageFiles.write(folder.resolve("cats/1.png"), 2, 2, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolders.in(folder, AS_IS))
        .withMessage(
            folder + ": a folder for each of 2 classes or more must be in it, with images");
  }

  @Test
  void judgesByTheClassesThatTheTestFolderHas() throws IOException {
    for (String name : List.of("train/cats/1", "train/dogs/2", "train/owls/3", "test/dogs/4")) {
      ImageFiles.write(folder.resolve(name + ".png"), 1, 1, 0);
    }
    LabelledSource source = ImageFolders.in(folder, AS_IS);
    assertThat(source.classes()).isEqualTo(3);
    assertThat(((ImageTable) source.test()).labels()).containsExactly(1);
  }

  @Test
  void refusesToTestWhatIsNotTrained() throws IOException {
    for (String name : List.of("train/cats/1", "train/dogs/2", "test/dogs/3", "test/dgos/4")) {
      ImageFiles.write(folder.resolve(name + ".png"), 1, 1, 0);
    }
    assertRefused(
        folder.resolve("test/dgos")
            + ": no training image has this class; did you mean 'dogs'? there are 2: cats, dogs");
  }

  @Test
  void readsOneFolderDeeperAndNumbersInTheirOrder() throws IOException {
    for (String name : List.of("10/images/1", "2/2", "2/more/3", "9/4")) {
      for (int i = 0; i < 5; i++) {
        ImageFiles.write(folder.resolve("train").resolve(name + i + ".png"), 1, 1, i);
      }
    }
    ImageFiles.write(folder.resolve("test/2/1.png"), 1, 1, 0);
    ImageTable training = (ImageTable) ImageFolders.in(folder, AS_IS).training();
    assertThat(training.labels())
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2);
  }

  @Test
  void refusesFoldersOfWhichNobodyKnowsTheClass() throws IOException {
    ImageFiles.write(folder.resolve("cats/1.png"), 1, 1, 0);
    ImageFiles.write(folder.resolve("dogs/2.png"), 1, 1, 0);
    Path none = Files.createDirectories(folder.resolve("owls"));
    assertRefused(none + ": there is no image of this class; take the folder away if it is none");
    ImageFiles.write(none.resolve("a/1.png"), 1, 1, 0);
    ImageFiles.write(none.resolve("b/1.png"), 1, 1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolders.in(folder, AS_IS))
        .withMessageStartingWith(none + ": no image of its class is in it, but 2 folders: ");
    ImageFiles.write(none.resolve("3.png"), 1, 1, 0);
    ImageFiles.write(none.resolve("a/deep/1.png"), 1, 1, 0);
    assertRefused(
        none.resolve("a/deep") + ": images are in the folder of their class, or one folder deeper");
  }

  @Test
  void refusesImagesBesideTheClasses() throws IOException {
    ImageFiles.write(folder.resolve("cats/1.png"), 1, 1, 0);
    ImageFiles.write(folder.resolve("3.png"), 1, 1, 0);
    assertRefused(
        folder.resolve("3.png")
            + ": this image has no class: it is beside the folders of classes, in none");
  }

  private void assertRefused(String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageFolders.in(folder, AS_IS))
        .withMessage(message);
  }

  private static ReferenceImages choice(int rows, ImageTransform fit) {
    return new ReferenceImages(rows, new int[0], fit);
  }
}
