package org.limbeck.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.MemoryShare;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;

/**
 * The values wanted were found with Pillow 9.4: {@code list(Image.open(f).convert("L").getdata())};
 * where there is transparency, after {@code white.paste(image, mask=image.getchannel("A"))}. Of 16
 * bit grey, which Pillow cuts off at 255, they are the upper 8 bits.
 */
class ImageDecoderTest {
  private static final int[] RED_GREEN_BLUE = {255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 200, 30};

  private static final String GREY_JPEG =
      "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMU"
          + "FRUVDA8XGBYUGBIUFRT/wAALCAAQABABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
          + "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
          + "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
          + "4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APj/APZt/wCXX8K/VX9m3/l1/Cvyq/Zt/wCXX8K/VX9m3/l1/Cv/2Q==";

  @TempDir private Path folder;

  static Stream<Arguments> grey() {
    return Stream.of(
        of("1 bit", new PngFile(8, 1, 0, 0b10110010), 255, 0, 255, 255, 0, 0, 255, 0),
        of("2 bits", new PngFile(4, 2, 0, 0b00011011), 0, 85, 170, 255),
        of("4 bits", new PngFile(4, 4, 0, 0x07, 0x8f), 0, 119, 136, 255),
        of("8 bits", new PngFile(4, 8, 0, 0, 100, 127, 255), 0, 100, 127, 255),
        of("gamma", new PngFile(2, 8, 0, 100, 127).with("gAMA", 0, 1, 0x86, 0xa0), 100, 127),
        of("16 bits", new PngFile(3, 16, 0, 0, 255, 0x7f, 0xff, 0x80, 0), 0, 127, 128),
        of("alpha", new PngFile(4, 8, 4, 100, 255, 127, 255, 0, 128, 200, 0), 100, 127, 127, 255),
        of("alpha, 16 bits", new PngFile(2, 16, 4, 100, 7, 255, 255, 0, 0, 128, 0), 100, 127),
        of("a palette", palette(5, 5, 5, 127, 127, 127, 200, 200, 200, 255, 255, 255), 5, 127, 200),
        of("transparent", new PngFile(3, 8, 0, 0, 100, 127).with("tRNS", 0, 100), 0, 255, 127),
        of("transparent, 4 bits", new PngFile(2, 4, 0, 0x78).with("tRNS", 0, 7), 255, 136));
  }

  static Stream<Arguments> coloured() {
    return Stream.of(
        of("a palette", palette(RED_GREEN_BLUE), 76, 150, 29),
        of("a clear palette", palette(RED_GREEN_BLUE).with("tRNS", 255, 128, 0), 76, 202, 255),
        of("8 bits", new PngFile(3, 8, 2, 10, 200, 30, 255, 0, 0, 0, 0, 250), 124, 76, 28),
        of("16 bits", new PngFile(1, 16, 2, 10, 255, 200, 1, 30, 128), 124),
        of(
            "alpha",
            new PngFile(3, 8, 6, 10, 200, 30, 255, 255, 0, 0, 100, 12, 34, 56, 0),
            124,
            185,
            255),
        of("clear", new PngFile(1, 8, 2, 12, 34, 56).with("tRNS", 0, 12, 0, 34, 0, 56), 255));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("grey")
  void decodesGreyAsItIs(String kind, PngFile file, List<Integer> wanted) throws IOException {
    ImageTable image = decode(write(file.bytes()));
    assertThat(image.shape().channels()).as(kind).isEqualTo(1);
    assertThat(values(image)).startsWith(wanted.toArray(Integer[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("coloured")
  void makesColoursGreyAsPillowDoes(String kind, PngFile file, List<Integer> wanted)
      throws IOException {
    ImageTable image = decode(write(file.bytes()));
    assertThat(image.shape().channels()).as(kind).isEqualTo(3);
    assertThat(values(new ImageTransform(0, 0, true).apply(image)))
        .startsWith(wanted.toArray(Integer[]::new));
  }

  @Test
  void decodesGreyJpegWithAndWithoutItsHeader() throws IOException {
    byte[] whole = Base64.getDecoder().decode(GREY_JPEG);
    Integer[] row = {0, 16, 32, 48, 64, 80, 96, 112, 128, 143, 160, 176, 192, 208, 224, 240};
    assertThat(values(decode(write(whole)))).startsWith(row);
    ByteArrayOutputStream bare = new ByteArrayOutputStream();
    bare.write(whole, 0, 2);
    bare.write(whole, 20, whole.length - 20);
    assertThat(values(decode(write(bare.toByteArray())))).startsWith(row);
  }

  /** Each is shortened by every number of bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
  void refusesWhatIsCutShort(String format) throws IOException {
    BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 63; i++) {
      image.setRGB(i % 9, i / 9, i * 0x030a11);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, whole)).isTrue();
    decode(write(whole.toByteArray()));
    for (int length = 0; length < whole.size(); length++) {
      Path file = write(Arrays.copyOf(whole.toByteArray(), length));
      assertThatIllegalArgumentException()
          .as("%d bytes of %d", length, whole.size())
          .isThrownBy(() -> decode(file))
          .withMessageStartingWith(file + ": ");
    }
  }

  @Test
  void refusesPngWithAWrongChecksum() throws IOException {
    byte[] damaged = new PngFile(2, 8, 0, 100, 127).bytes();
    damaged[damaged.length - 20] ^= 1;
    Path file = write(damaged);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decode(file))
        .withMessage(file + ": it is damaged: the checksum of its chunk IDAT is wrong");
  }

  @Test
  void refusesColoursForPrint() {
    byte[] jpeg = Base64.getDecoder().decode(GREY_JPEG);
    int frame = 0;
    while (jpeg[frame] != (byte) 0xff || jpeg[frame + 1] != (byte) 0xc0) {
      frame++;
    }
    jpeg[frame + 9] = 4;
    assertThatIOException()
        .isThrownBy(() -> JpegSegments.ofPixels(jpeg))
        .withMessage("its colours are CMYK, for print; save it as RGB");
  }

  private static PngFile palette(int... colours) {
    return new PngFile(4, 2, 3, 0b00011011).with("PLTE", colours);
  }

  private static Arguments of(String kind, PngFile file, Integer... wanted) {
    return Arguments.of(kind, file, List.of(wanted));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("image"), bytes);
  }

  private static ImageTable decode(Path file) {
    return new ImageDecoder(new MemoryShare(1 << 20)).decode(file);
  }

  private static List<Integer> values(ImageTable image) {
    return IntStream.range(0, image.values().length)
        .mapToObj(i -> image.values()[i] & 0xff)
        .toList();
  }
}
