package org.limbeck.datasets.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.ImageTable;

/**
 * The values of a decoded image as its file has them, in 8 bits: Java takes grey for linear, and
 * would make it brighter. Of 16 bits the upper 8 count. What is transparent lies on white.
 */
final class PixelValues {
  private static final int COLOURS = 3;
  private static final int WHITE = 255;

  private final Raster raster;
  private final Shape shape;
  private final byte[] values;

  private PixelValues(Raster raster, int channels) {
    this.raster = raster;
    this.shape = new Shape(raster.getHeight(), raster.getWidth(), channels);
    this.values = new byte[shape.features()];
  }

  /**
   * Takes grey, or red, green and blue. A palette of greys only is grey.
   *
   * @throws IOException if its colours are of another kind
   */
  static ImageTable of(BufferedImage image) throws IOException {
    image.coerceData(false);
    ColorModel model = image.getColorModel();
    Raster raster = image.getRaster();
    PixelValues pixels;
    if (model instanceof IndexColorModel palette) {
      byte[][] colours = colours(palette);
      pixels = new PixelValues(raster, isGrey(colours) ? 1 : COLOURS);
      pixels.lookUp(colours);
    } else {
      int channels = channels(model);
      requireWholeNumbers(raster);
      pixels = new PixelValues(raster, channels);
      pixels.copy(model.hasAlpha());
    }
    return new ImageTable(pixels.shape, pixels.values, new int[1]);
  }

  private static int channels(ColorModel model) throws IOException {
    int type = model.getColorSpace().getType();
    if (type != ColorSpace.TYPE_GRAY && type != ColorSpace.TYPE_RGB) {
      throw new IOException("its colours are neither grey nor RGB; save it as RGB");
    }
    return type == ColorSpace.TYPE_GRAY ? 1 : COLOURS;
  }

  private static void requireWholeNumbers(Raster raster) throws IOException {
    int type = raster.getTransferType();
    boolean whole =
        type == DataBuffer.TYPE_BYTE
            || type == DataBuffer.TYPE_USHORT
            || type == DataBuffer.TYPE_INT;
    for (int bits : raster.getSampleModel().getSampleSize()) {
      if (!whole || bits > Short.SIZE) {
        throw new IOException("its values are not whole numbers of up to 16 bits; save it so");
      }
    }
  }

  private static byte[][] colours(IndexColorModel palette) {
    byte[][] colours = new byte[palette.getMapSize()][COLOURS];
    for (int i = 0; i < colours.length; i++) {
      int alpha = palette.getAlpha(i);
      colours[i][0] = onWhite(palette.getRed(i), alpha);
      colours[i][1] = onWhite(palette.getGreen(i), alpha);
      colours[i][2] = onWhite(palette.getBlue(i), alpha);
    }
    return colours;
  }

  private static boolean isGrey(byte[][] colours) {
    for (byte[] colour : colours) {
      if (colour[0] != colour[1] || colour[1] != colour[2]) {
        return false;
      }
    }
    return true;
  }

  private void lookUp(byte[][] colours) {
    int to = 0;
    int[] row = new int[shape.width()];
    for (int y = 0; y < shape.height(); y++) {
      raster.getSamples(0, y, shape.width(), 1, 0, row);
      for (int index : row) {
        System.arraycopy(colours[index], 0, values, to, shape.channels());
        to += shape.channels();
      }
    }
  }

  private void copy(boolean alpha) {
    int channels = shape.channels();
    int[] bits = raster.getSampleModel().getSampleSize();
    int bands = bits.length;
    int[] row = new int[shape.width() * bands];
    int to = 0;
    for (int y = 0; y < shape.height(); y++) {
      raster.getPixels(0, y, shape.width(), 1, row);
      for (int from = 0; from < row.length; from += bands) {
        int opacity = alpha ? inByte(row[from + channels], bits[channels]) : WHITE;
        for (int channel = 0; channel < channels; channel++) {
          values[to++] = onWhite(inByte(row[from + channel], bits[channel]), opacity);
        }
      }
    }
  }

  private static int inByte(int value, int bits) {
    if (bits >= Byte.SIZE) {
      return value >> (bits - Byte.SIZE);
    }
    int brightest = (1 << bits) - 1;
    return (value * WHITE + brightest / 2) / brightest;
  }

  private static byte onWhite(int value, int alpha) {
    return (byte) ((value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
  }
}
