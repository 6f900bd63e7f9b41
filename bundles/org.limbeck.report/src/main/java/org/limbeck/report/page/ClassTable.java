package org.limbeck.report.page;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.report.SummaryClassification;
import org.limbeck.report.format.ReadableNumbers;

/**
 * Who has how many private rows of which class, as a heat map.
 *
 * @param columns the heads of the columns, one per class; empty if classes are not known
 * @param rows the first devices
 * @param devices the number of all devices
 */
record ClassTable(List<String> columns, List<Row> rows, int devices) {

  /**
   * A device.
   *
   * @param index its index
   * @param id its id
   * @param marker how it is shown
   * @param cells how many rows it has of each class, by their part of the most of all cells
   */
  record Row(int index, String id, Markers.Marker marker, List<HeatCell> cells) {}

  private static final int MOST_ROWS = 64;
  private static final int MANY_ROWS = 24;
  private static final int HEAD_EVERY = 5;

  /**
   * Makes the table.
   *
   * @param names the names of the classes; numbers stand for them if there are not as many
   */
  static ClassTable of(List<DeviceDescription> devices, List<String> names, Markers markers) {
    List<DeviceDescription> shown = devices.subList(0, Math.min(MOST_ROWS, devices.size()));
    int classes = shown.stream().mapToInt(d -> d.classCounts().size()).max().orElse(0);
    int most =
        shown.stream().flatMap(d -> d.classCounts().stream()).mapToInt(n -> n).max().orElse(0);
    List<String> heads = SummaryClassification.names(names, classes);
    List<Row> rows =
        IntStream.range(0, shown.size())
            .mapToObj(n -> row(n, shown.get(n), heads, markers, Math.max(1, most)))
            .toList();
    return new ClassTable(
        IntStream.range(0, classes).mapToObj(k -> head(k, heads)).toList(), rows, devices.size());
  }

  /** Returns whether there is anything to show. */
  public boolean known() {
    return !columns.isEmpty();
  }

  /** Returns the number of classes. */
  public int count() {
    return columns.size();
  }

  /** Returns whether there is no room for numbers. */
  public boolean dense() {
    return columns.size() > HeatCell.MOST_NUMBERS;
  }

  /** Returns whether rows have to be low. */
  public boolean low() {
    return rows.size() > MANY_ROWS;
  }

  /** Says which devices these are, if not all; empty otherwise. */
  public String part() {
    return rows.size() == devices
        ? ""
        : "The first " + rows.size() + " of " + ReadableNumbers.count(devices) + " devices.";
  }

  private static String head(int k, List<String> heads) {
    return heads.size() <= HeatCell.MOST_NUMBERS || k % HEAD_EVERY == 0 ? heads.get(k) : "";
  }

  private static Row row(
      int index, DeviceDescription device, List<String> heads, Markers markers, int most) {
    List<Integer> counts = device.classCounts();
    return new Row(
        index,
        device.id(),
        markers.of(device.architecture()),
        IntStream.range(0, counts.size())
            .mapToObj(k -> cell(heads.get(k), counts.get(k), most))
            .toList());
  }

  private static HeatCell cell(String head, int count, int most) {
    return HeatCell.of(
        count == 0 ? "" : ReadableNumbers.count(count),
        "class " + head + ": " + ReadableNumbers.count(count),
        (double) count / most);
  }
}
