package org.limbeck.datasets.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table of random size: numbers, a column of texts, and labels. It can be written in many ways.
 *
 * @param names the names of the columns: numbers, then one of texts, then the label
 * @param rows the cells
 */
record RandomTable(List<String> names, List<List<String>> rows) {
  private static final List<String> PIECES =
      List.of("x", "y z", "ä", "花", "#", "\"", ",", ";", "|", "\t", "\n", "1", "=", "\u200b", "'");

  private static final List<String> NUMBERS =
      List.of("0", "1", "-2.5", "+3", "4e2", "1700000000000001", ".5", "7.", "1E-3");

  static RandomTable of(Random random) {
    int columns = 3 + random.nextInt(3);
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < columns) {
      names.add("n" + text(random) + "n");
    }
    String one = "a" + text(random) + "a";
    List<String> labels = List.of(one, one + "b", "b");
    List<String> colours = List.of("c" + text(random) + "c", "#c", "c");
    List<List<String>> rows = new ArrayList<>();
    int count = 3 + random.nextInt(5);
    for (int row = 0; row < count; row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 2; column < columns; column++) {
        cells.add(NUMBERS.get(random.nextInt(NUMBERS.size())));
      }
      cells.add(colours.get(random.nextInt(colours.size())));
      cells.add(labels.get(row < 2 ? row : random.nextInt(labels.size())));
      rows.add(cells);
    }
    return new RandomTable(List.copyOf(names), rows);
  }

  /** Returns the same with one name in the place of another. */
  RandomTable withNameTwice(Random random) {
    int one = random.nextInt(names.size() - 2);
    List<String> twice = new ArrayList<>(names);
    twice.set(one, names.get(one + 1 + random.nextInt(names.size() - one - 1)));
    return new RandomTable(twice, rows);
  }

  String label() {
    return names.get(names.size() - 1);
  }

  String texts() {
    return names.get(names.size() - 2);
  }

  CsvFormat format(String separator, String comment) {
    FeatureChoice features =
        new FeatureChoice(
            List.of(), List.of(), List.of(texts()), List.of(), MissingValues.REFUSE, false);
    return new CsvFormat(new CsvLayout(true, separator, comment), label(), "", features, 0, 0);
  }

  /** Writes the table with its columns in some order. */
  String text(Random random, char separator, String comment) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, names.size()).boxed().toList());
    Collections.shuffle(order, random);
    String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
    List<List<String>> lines = new ArrayList<>(List.of(names));
    lines.addAll(rows);
    for (List<String> line : lines) {
      if (random.nextInt(4) == 0) {
        text.append(comment.isEmpty() ? "" : comment + " \"left, aside;").append(end);
      }
      for (int i = 0; i < order.size(); i++) {
        text.append(i == 0 ? "" : separator);
        text.append(cell(random, line.get(order.get(i)), separator));
      }
      text.append(end);
    }
    boolean open = random.nextBoolean();
    return open ? text.substring(0, text.length() - end.length()) : text.toString();
  }

  private static String cell(Random random, String cell, char separator) {
    boolean special = cell.chars().anyMatch(c -> "\",;|\t\n#".indexOf(c) >= 0);
    String written =
        special || random.nextInt(4) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    boolean padded = separator != '\t' && random.nextInt(4) == 0;
    return padded ? " " + written + "  " : written;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
