package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.command.ExitCode;

/** Image files that {@code limbeck predict} is given. */
class PredictImagesTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path folder;
  private Path device;

  @BeforeEach
  void writeRunFolder() throws IOException {
    device = TrainedRunFolder.write(folder.resolve("run"));
  }

  @Test
  void showsFileClassAndProbabilityOfImages() throws IOException {
    learnFromImages();
    Path photos = folder.resolve("photos");
    Path third = writeImage(photos.resolve("b/3.png"), 2, 2);
    Path second = writeImage(photos.resolve("a.gif"), 2, 1);
    Path first = writeImage(folder.resolve("other.jpg"), 2, 0);
    Files.writeString(photos.resolve(".hidden"), "nothing");

    assertThat(session.execute(predictOf(first, photos))).isEqualTo(ExitCode.DONE);

    assertThat(session.err()).isEmpty();
    assertThat(session.out().lines().map(String::stripTrailing))
        .containsExactly(
            padded("file", first, second, third) + "  class  probability",
            padded(first, first, second, third) + "   zero        0.625",
            padded(second, first, second, third) + "    one        0.625",
            padded(third, first, second, third) + "    two        0.625");
  }

  @Test
  void writesTheFileOfAnImageAsJson() throws IOException {
    learnFromImages();
    Path image = writeImage(folder.resolve("1.png"), 2, 3);

    session.execute(predictOf(image, "--json"));

    JsonNode predictions = new ObjectMapper().readTree(session.out());
    assertThat(predictions.get(0).get("file").textValue()).isEqualTo(image.toString());
    assertThat(predictions.get(0).get("className").textValue()).isEqualTo("three");
    assertThat(predictions.get(0).has("line")).isFalse();
  }

  @Test
  void foldersOfClassesTellTheTrueClass() throws IOException {
    learnFromImages();
    writeImage(folder.resolve("photos/one/a.png"), 2, 1);
    writeImage(folder.resolve("photos/one/more/b.png"), 2, 2);
    writeImage(folder.resolve("photos/other/c.png"), 2, 2);

    session.execute(predictOf(folder.resolve("photos"), "--json", "--accuracy"));

    JsonNode answer = new ObjectMapper().readTree(session.out());
    assertThat(answer.get("predictions").findValuesAsText("trueClass"))
        .containsExactly("one", "one");
    assertThat(answer.get("predictions").get(2).has("trueClass")).isFalse();
    assertThat(answer.get("accuracy").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void saysWhichImageHasAnotherSize() throws IOException {
    learnFromImages();
    Path image = writeImage(folder.resolve("1.png"), 3, 3);

    assertRefused(
        image
            + ": it is 3 pixels high and 3 wide, and the model has learnt from images that are 2"
            + " pixels high and 2 wide",
        image);
  }

  @Test
  void tellsImagesAndTablesApart() throws IOException {
    Path image = writeImage(folder.resolve("image"), 2, 2);
    Path table = Files.writeString(folder.resolve("samples.csv"), "1,2,3\n");
    assertRefused(
        image + ": is an image, and the device has not learnt from images: give a CSV file", image);
    learnFromImages();
    assertRefused(
        table
            + ":1: the device has learnt from images of 2x2x1: a line holds the 4 values of one,"
            + " and this one has 3; or give image files",
        table);
    assertRefused(table + ": is no image: give one CSV file, or images only", image, table);
    assertRefused("-: is no image: give one CSV file, or images only", image, "-");
  }

  @Test
  void saysWhatIsNoImage() throws IOException {
    learnFromImages();
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertRefused(empty + ": there is no image in it", empty);
    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    assertRefused(
        text + ": no image that Java can read, such as PNG or JPEG; convert it, or take it away",
        text);
    Path none = folder.resolve("none.png");
    assertRefused(none + ": there is no such file", none);
  }

  private void learnFromImages() {
    session.engine.learntFrom =
        Optional.of(
            new Preprocessing(
                new Shape(2, 2, 1),
                List.of(new PixelColumns(4, 255)),
                List.of("zero", "one", "two", "three")));
  }

  /** Writes a grey square with one white pixel. */
  private static Path writeImage(Path file, int side, int white) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(white % side, white / side, 0, 255);
    Files.createDirectories(file.getParent());
    String name = file.getFileName().toString();
    ImageIO.write(image, name.endsWith(".gif") ? "gif" : "png", file.toFile());
    return file;
  }

  private void assertRefused(String message, Object... files) {
    CommandSession other = new CommandSession();
    other.engine.learntFrom = session.engine.learntFrom;
    assertThat(other.execute(predictOf(files))).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(other.err().strip()).isEqualTo("limbeck: " + message);
    assertThat(other.out()).isEmpty();
  }

  private String[] predictOf(Object... files) {
    return Stream.concat(Stream.of("predict", device), Stream.of(files))
        .map(Object::toString)
        .toArray(String[]::new);
  }

  private static String padded(Object text, Path... all) {
    int width = Stream.of(all).mapToInt(path -> path.toString().length()).max().orElse(0);
    return text + " ".repeat(width - text.toString().length());
  }
}
