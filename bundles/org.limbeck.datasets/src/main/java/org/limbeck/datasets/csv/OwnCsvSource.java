package org.limbeck.datasets.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Shape;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.rows.ClassNames;
import org.limbeck.datasets.rows.OwnSource;

/**
 * Reads rows of a CSV file, or of all CSV files in a folder, with the columns that all devices have
 * and a label column.
 *
 * @param common the columns
 * @param label the name or number of the label column
 * @param names the labels
 */
record OwnCsvSource(SharedCsv common, String label, ClassNames names) implements OwnSource {

  @Override
  public Shape shape() {
    return common.shape();
  }

  @Override
  public List<String> classNames() {
    return names.names();
  }

  @Override
  public List<String> notices() {
    return common.notices();
  }

  @Override
  public String comment() {
    return common.format().layout().comment();
  }

  @Override
  public NumericTable none() {
    return common.encoded(common.file(), common.rows().pick(new int[0]), new int[0]);
  }

  @Override
  public NumericTable read(Path place) {
    List<float[]> values = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    MemoryShare memory = MemoryShare.ofHeap();
    long bytes = 0;
    for (Path file : files(place)) {
      CsvFormat format = common.format().labelledBy(label).elsewhere();
      CsvReader reader = new CsvReader(file, format, memory, bytes);
      CsvRows read = reader.readAny();
      bytes = reader.bytes();
      if (!read.columns().isEmpty()) {
        CsvRows rows = common.inOrder(file, read);
        values.addAll(common.encoded(file, rows, new int[rows.size()]).values());
        for (int row = 0; row < rows.size(); row++) {
          labels.add(names.number(rows.labels().get(row), file + ":" + rows.lines().get(row)));
        }
      }
    }
    return new NumericTable(
        shape(),
        common.encoding().columns(),
        values,
        labels.stream().mapToInt(Integer::intValue).toArray(),
        values.stream().map(row -> "").toList());
  }

  /** Returns the files in the order of their names, but hidden ones and those of other kinds. */
  private static List<Path> files(Path place) {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(Files::isRegularFile).filter(OwnCsvSource::isCsv).sorted().toList();
    } catch (IOException e) {
      throw DataFiles.unreadable(place, e);
    }
  }

  private static boolean isCsv(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".csv") || name.endsWith(".csv.gz"));
  }
}
