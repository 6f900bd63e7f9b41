package org.limbeck.datasets.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.datasets.images.ImageTraining;

class ImageSamplesTest {
  /** Of (10, 200, 30), by Pillow: {@code Image.new("RGB", (1, 1), (10, 200, 30)).convert("L")}. */
  private static final float LUMA = 124 / 255f;

  @TempDir private Path folder;

  @Test
  void readsAnImageAsTheOneThatWasTrainedOn() throws IOException {
    write("a/1.png", 9, 7, 0x0AC81E);
    Path last = write("b/1.jpg", 5, 12, 0x73A0FF);
    for (boolean greyscale : new boolean[] {true, false}) {
      ImageTraining training = ImageTraining.in(folder, 6, 4, greyscale);
      Preprocessing saved = training.preprocessing();
      float[] features =
          new ImageSamples(saved.shape(), saved.pixels().orElseThrow()).features(last);
      assertThat(features)
          .containsExactly(training.lastRow())
          .hasSize(greyscale ? 6 * 4 : 6 * 4 * 3);
    }
  }

  @Test
  void coloursBecomeGreyAndGreyBecomesColours() throws IOException {
    Path file = write("1.png", 1, 1, 0x0AC81E);
    assertThat(samples(1, 1, 1).features(file)).containsExactly(LUMA);
    assertThat(samples(1, 1, 3).features(file)).containsExactly(10 / 255f, 200 / 255f, 30 / 255f);

    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(1, 0, 0, 51);
    Path other = folder.resolve("grey.png");
    ImageIO.write(grey, "png", other.toFile());
    assertThat(samples(1, 2, 3).features(other)).containsExactly(0, 0, 0, 0.2f, 0.2f, 0.2f);
  }

  @Test
  void scalesWhatTrainingScales() throws IOException {
    Path file = write("1.png", 4, 2, 0xFFFFFF);
    Shape shape = new Shape(2, 8, 1);
    assertThat(new ImageSamples(shape, new PixelColumns(16, 255, false, true)).features(file))
        .containsExactly(1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ImageSamples(shape, new PixelColumns(16, 255, true, false)).features(file))
        .withMessage(
            file
                + ": it is 2 pixels high and 4 wide, and the model has learnt from images that are"
                + " 2 pixels high and 8 wide");
  }

  @Test
  void refusesWhatHasNoColours() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> samples(1, 1, 4))
        .withMessage(
            "image files have 1 or 3 values per pixel, and the model has learnt from rows of"
                + " 1x1x4");
  }

  @Test
  void tellsImagesByContentAndName() throws IOException {
    Path image = Files.move(write("1.png", 1, 1, 0), folder.resolve("image"));
    assertThat(ImageSamples.isImage(image)).isTrue();
    Path text = Files.writeString(folder.resolve("TEXT.PNG"), "x");
    assertThat(ImageSamples.isImage(text)).isTrue();
    Path table = Files.writeString(folder.resolve("table"), "1,2");
    assertThat(ImageSamples.isImage(table)).isFalse();
  }

  @Test
  void listsFilesThatAreNotHidden() throws IOException {
    Path deep = write("photos/a/b/1.png", 1, 1, 0);
    Path flat = write("photos/2.png", 1, 1, 0);
    write("photos/.cache/3.png", 1, 1, 0);
    Path photos = folder.resolve("photos");
    assertThat(ImageSamples.files(photos)).isEqualTo(List.of(flat, deep));

    Files.createSymbolicLink(photos.resolve("again"), photos);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageSamples.files(photos))
        .withMessageStartingWith(photos + ": ");
  }

  private static ImageSamples samples(int height, int width, int channels) {
    Shape shape = new Shape(height, width, channels);
    return new ImageSamples(shape, new PixelColumns(shape.features(), 255));
  }

  /** Writes an image whose every third pixel has the opposite colour. */
  private Path write(String name, int width, int height, int colour) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, i % 3 == 2 ? ~colour : colour);
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, name.endsWith(".jpg") ? "jpg" : "png", file.toFile());
    return file;
  }
}
