package org.limbeck.datasets.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Writes image files. */
final class ImageFiles {
  private ImageFiles() {}

  /** Writes a picture of one colour. */
  static void write(Path file, int width, int height, int rgb) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, rgb);
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }

  /** Writes a PNG of some size by its header, without a pixel in it. */
  static void writeHeader(Path file, int width, int height) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(17).putInt(0x49484452).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 2);
    CRC32 checksum = new CRC32();
    checksum.update(header.array());
    ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4).putLong(0x89504E470D0A1A0AL).putInt(13);
    png.put(header.array()).putInt((int) checksum.getValue());
    Files.createDirectories(file.getParent());
    Files.write(file, png.array());
  }

  /** Writes a grey picture. */
  static void writeGrey(Path file, int width, int height, int value) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.getRaster().setSample(x, y, 0, value);
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }
}
