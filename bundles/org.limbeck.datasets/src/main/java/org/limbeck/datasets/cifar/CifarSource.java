package org.limbeck.datasets.cifar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Shape;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDatasets;
import org.limbeck.datasets.rows.ImageSource;
import org.limbeck.datasets.rows.ImageTable;

/**
 * Images in CIFAR's binary files: records of one or two labels and 32 × 32 pixels, all red values
 * first, then green, then blue.
 *
 * @param folder where the files are
 * @param trainingFiles their names
 * @param testFile its name
 * @param labels labels per record
 * @param label which of them is the class, from 0
 * @param classes the number of classes
 */
record CifarSource(
    Path folder, List<String> trainingFiles, String testFile, int labels, int label, int classes)
    implements ImageSource {
  static final String FINE = "fine";
  static final String COARSE = "coarse";

  private static final Shape SHAPE = new Shape(32, 32, 3);
  private static final int PIXELS = 32 * 32;
  private static final int BUFFER = 1 << 16;

  /** Images of a file; those of CIFAR have 50,000 at the most. */
  private static final int MOST_RECORDS = 60_000;

  /** Returns CIFAR-10. */
  static CifarSource cifar10(String path) {
    return cifar10In(DataFolders.ofThisMachine().require(KnownDatasets.cifar10(), path));
  }

  static CifarSource cifar10In(Path folder) {
    List<String> batches = Stream.of(1, 2, 3, 4, 5).map(i -> "data_batch_" + i + ".bin").toList();
    return new CifarSource(folder, batches, "test_batch.bin", 1, 0, 10);
  }

  /** Returns CIFAR-100 with one sort of its labels. */
  static CifarSource cifar100(String path, String labels) {
    return cifar100In(DataFolders.ofThisMachine().require(KnownDatasets.cifar100(), path), labels);
  }

  static CifarSource cifar100In(Path folder, String labels) {
    boolean fine = labels.equals(FINE);
    return new CifarSource(
        folder, List.of("train.bin"), "test.bin", 2, fine ? 1 : 0, fine ? 100 : 20);
  }

  @Override
  public ImageTable training() {
    return read(trainingFiles);
  }

  @Override
  public ImageTable test() {
    return read(List.of(testFile));
  }

  private ImageTable read(List<String> names) {
    List<Path> files = names.stream().map(this::file).toList();
    int rows = files.stream().mapToInt(this::rows).sum();
    MemoryShare.ofHeap().require(folder + ": what CIFAR has there", (long) rows * SHAPE.features());
    byte[] values = new byte[Math.multiplyExact(rows, SHAPE.features())];
    int[] classOf = new int[rows];
    int row = 0;
    for (int i = 0; i < files.size(); i++) {
      row = read(files.get(i), names.get(i), values, classOf, row);
    }
    return new ImageTable(SHAPE, values, Arrays.copyOf(classOf, row));
  }

  private Path file(String name) {
    return DataFiles.find(folder, name).orElse(folder.resolve(name));
  }

  /** Counts the records of a file, before there is room for them. */
  private int rows(Path file) {
    long most = (long) MOST_RECORDS * record();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = DataFiles.open(file)) {
      for (int read = in.read(buffer); read >= 0 && bytes <= most; read = in.read(buffer)) {
        bytes += read;
      }
    } catch (IOException e) {
      throw DataFiles.unreadable(file, e);
    }
    if (bytes > most) {
      throw new IllegalArgumentException(
          file + " has more than " + MOST_RECORDS + " images, which no file of CIFAR has");
    }
    if (bytes == 0 || bytes % record() != 0) {
      throw new IllegalArgumentException(
          file
              + " has "
              + bytes
              + " bytes, which is no multiple of "
              + record()
              + ": it is cut short, or no binary version of CIFAR");
    }
    return (int) (bytes / record());
  }

  private int record() {
    return labels + SHAPE.features();
  }

  /** Reads the records of a file into the rows from {@code first}; returns where they end. */
  private int read(Path file, String name, byte[] values, int[] classOf, int first) {
    byte[] record = new byte[record()];
    try (InputStream in = DataFiles.open(file)) {
      int row = first;
      while (row < classOf.length && in.readNBytes(record, 0, record.length) == record.length) {
        classOf[row] = label(record[label], name, row - first);
        interleave(record, labels, values, row++ * SHAPE.features());
      }
      return row;
    } catch (IOException e) {
      throw DataFiles.unreadable(file, e);
    }
  }

  private int label(byte value, String name, int row) {
    int result = value & 0xff;
    if (result >= classes) {
      throw new IllegalArgumentException(
          folder.resolve(name)
              + ": label "
              + (row + 1)
              + " is "
              + result
              + ": labels go from 0 to "
              + (classes - 1));
    }
    return result;
  }

  private static void interleave(byte[] from, int first, byte[] to, int at) {
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      for (int channel = 0; channel < SHAPE.channels(); channel++) {
        to[at + pixel * SHAPE.channels() + channel] = from[first + channel * PIXELS + pixel];
      }
    }
  }
}
