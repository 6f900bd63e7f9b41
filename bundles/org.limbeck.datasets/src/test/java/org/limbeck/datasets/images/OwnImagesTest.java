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
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.ClassNames;
import org.limbeck.datasets.rows.ImageTransform;

class OwnImagesTest {
  private static final ClassNames CLASSES = new ClassNames(List.of("dogs", "birds", "cats"));

  @TempDir Path folder;

  @Test
  void numbersClassesAsAllDevicesDo() throws IOException {
    ImageFiles.writeGrey(folder.resolve("cats/1.png"), 4, 4, 3);
    ImageFiles.writeGrey(folder.resolve("dogs/2.png"), 2, 2, 5);
    OwnImages dataset = dataset(true);

    assertThat(dataset.shape()).isEqualTo(new Shape(2, 2, 1));
    assertThat(dataset.training().rows()).isEqualTo(2);
    assertThat(dataset.training().label(0)).as("that of the cat").isEqualTo(2);
    assertThat(dataset.training().label(1)).as("that of the dog").isZero();
  }

  @Test
  void mayHaveNoneYet() {
    assertThat(dataset(false).training().rows()).isZero();
  }

  @Test
  void tellsThatAnImageHasComeOrGone() throws IOException {
    OwnImages dataset = dataset(true);
    String none = dataset.version();
    Path image = folder.resolve("cats/1.png");
    ImageFiles.writeGrey(image, 2, 2, 3);
    String one = dataset.latestVersion();
    assertThat(one).isNotEqualTo(none);
    assertThat(dataset.training().rows()).isZero();
    ImageFiles.writeGrey(folder.resolve("cats/.2.png"), 2, 2, 3);
    assertThat(dataset.latestVersion()).isEqualTo(one);
    assertThat(dataset(true).training().rows()).isEqualTo(1);
    Files.delete(image);
    assertThat(dataset.latestVersion()).isEqualTo(none);
  }

  @Test
  void saysWhatIsWrongWhere() throws IOException {
    Path grey = folder.resolve("cats/1.png");
    ImageFiles.writeGrey(grey, 2, 2, 3);
    assertRefused(
        false,
        grey + " is 2x2x1, and others are 2x2x3: give height and width, or greyscale, to fit them");
    Files.write(grey, Arrays.copyOf(Files.readAllBytes(grey), 40));
    assertThatIllegalArgumentException()
        .isThrownBy(dataset(true)::training)
        .withMessageStartingWith(grey + ": ");
    Files.createDirectory(folder.resolve("bird"));
    assertRefused(
        true,
        folder + ": 'bird' is no class; did you mean 'birds'? there are 3: dogs, birds, cats");
  }

  private void assertRefused(boolean greyscale, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(dataset(greyscale)::training)
        .withMessage(message);
  }

  private OwnImages dataset(boolean greyscale) {
    return new OwnImages(
        new OwnImageSource(new ImageTransform(2, 2, greyscale), CLASSES), folder.toString(), "");
  }
}
