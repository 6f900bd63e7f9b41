package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** Runs on folders of images, and classifies image files with what was learnt. */
class ImagesIT {
  private static final int SIDE = 4;
  private static final int MANY = 30;
  private static final String EXPERIMENT =
      """
      name: photos
      seed: 1
      rounds: 40
      baseline: none
      topology: ring
      data: {name: images, path: photos, height: 4, width: 4, greyscale: true}
      reference: {name: images, path: photos/train, rows: 8, height: 4, width: 4, greyscale: true}
      devices: [{count: 3, architecture: softmax}]
      """;

  @TempDir private Path folder;
  private final Random random = new Random(1);
  private Shell shell;

  @BeforeEach
  void write() throws IOException {
    shell = new Shell(folder).quick();
    Files.writeString(file("photos.yaml"), EXPERIMENT);
    for (String part : new String[] {"train", "test"}) {
      for (int i = 0; i < MANY; i++) {
        write(file("photos/" + part + "/dark/" + i + ".png"), SIDE, 180);
        write(file("photos/" + part + "/light/" + i + ".png"), 2 * SIDE, 255);
      }
    }
  }

  @Test
  void aModelClassifiesImagesAsItsRunHas() throws Exception {
    Shell.Result run = shell.run("run", "photos.yaml", "--out", "run", "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode device = new ObjectMapper().readTree(run.out()).get("devices").get(1);
    assertThat(device.get("id").textValue()).isEqualTo("device-2");

    int right = 0;
    for (JsonNode prediction : predict("photos/test")) {
      String className = prediction.get("className").textValue();
      right += prediction.get("file").textValue().startsWith("photos/test/" + className) ? 1 : 0;
    }
    assertThat(right).as("some are told apart, not all").isBetween(MANY + 1, 2 * MANY - 1);
    assertThat((double) right / (2 * MANY))
        .isCloseTo(device.get("testAccuracy").doubleValue(), within(1e-6));
    Shell.Result judged = shell.run("predict", "run/device-2", "photos/test");
    assertThat(judged.err()).contains(": " + right + " of " + 2 * MANY + " samples");
  }

  @Test
  void aModelClassifiesImagesWithoutThoseThatItHasLearntFrom() throws Exception {
    Shell.Result run = shell.run("run", "photos.yaml", "--out", "run");
    assertThat(run.exitCode()).as(run.err()).isZero();
    Files.move(file("photos"), folder.resolve("photos"));

    BufferedImage image = write(file("new/1.png"), SIDE, 255);
    write(file("new/b/2.png"), SIDE + 1, 255);
    Files.writeString(file("pixels.csv"), pixels(image));
    JsonNode images = predict("new");
    JsonNode rows = predict("pixels.csv");

    assertThat(images.findValuesAsText("file")).containsExactly("new/1.png", "new/b/2.png");
    assertThat(images.get(0).get("className").textValue()).isIn("dark", "light");
    assertThat(images.get(0).get("softDecisions")).isEqualTo(rows.get(0).get("softDecisions"));
  }

  private JsonNode predict(String samples) throws Exception {
    Shell.Result result = shell.run("predict", "run/device-2", samples, "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    return new ObjectMapper().readTree(result.out());
  }

  /** Writes a grey square of pixels from 0 to a number. */
  private BufferedImage write(Path file, int side, int brightest) throws IOException {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < side * side; i++) {
      image.getRaster().setSample(i % side, i / side, 0, random.nextInt(brightest + 1));
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    return image;
  }

  private static String pixels(BufferedImage image) {
    return IntStream.range(0, SIDE * SIDE)
        .mapToObj(i -> String.valueOf(image.getRaster().getSample(i % SIDE, i / SIDE, 0)))
        .collect(Collectors.joining(",", "", "\n"));
  }

  private Path file(String name) {
    return shell.folder().resolve(name);
  }
}
