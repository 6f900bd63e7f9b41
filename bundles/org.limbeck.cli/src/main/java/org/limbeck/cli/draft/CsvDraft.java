package org.limbeck.cli.draft;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.cli.command.Yaml;
import org.limbeck.experiment.VisibleText;

/**
 * An experiment with the rows of a CSV file.
 *
 * @param file the file, as people name it
 * @param survey what stands in it
 */
record CsvDraft(Path file, CsvSurvey survey) {
  /** The share of all rows that are for reference, which leaves some of its part aside. */
  private static final double REFERENCE = 0.15;

  private static final int MOST_REFERENCE_ROWS = 1000;

  /** From so many rows on, each of six devices has some dozens. */
  private static final int ROWS_FOR_SIX = 400;

  /** With fewer, some devices would get less than the ten rows that dirichlet gives each. */
  private static final int ROWS_FOR_SKEW = 100;

  private static final int CLASSES_LISTED = 10;

  /** Returns the name of the experiment: that of the file, in characters that names may have. */
  String name() {
    String name = file.getFileName().toString().replaceFirst("(?i)(\\.csv)?(\\.gz)?$", "");
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "-");
    return plain.matches("[A-Za-z0-9].*") ? plain : "csv" + plain;
  }

  /**
   * Returns the experiment's file.
   *
   * @param written where it will stand
   */
  String text(Path written) {
    int each = usedRows() < ROWS_FOR_SIX ? 1 : 2;
    return String.format(
        Locale.ROOT,
        """
        # Devices that share no data learn from the %,d rows of %s.
        #
        #   limbeck run %s
        #
        # All keys: docs/writing-experiments.md. All plug-ins and options: limbeck plugins

        name: %s
        seed: 1            # decides all randomness: the same seed gives the same result
        rounds: 300        # in a round, devices exchange soft decisions once and train
        evaluateEvery: 20  # rounds between two points of the curves in the report

        # The private rows, and those to judge by: a fifth, chosen once. Classes by '%s':
        # %s
        %s%s
        # Who gets which rows: a small alpha makes devices unlike, and iid makes them alike.
        partition: %s

        # Rows without labels that all devices have. No device has them as private rows.
        %s
        # Who talks to whom. Try complete, star or path.
        topology: ring

        # What each device learns with.
        devices:
          - {count: %d, architecture: softmax}
          - {count: %d, architecture: {name: mlp, hidden: [32]}}
        """,
        survey.rows(),
        shown(file.getFileName().toString()),
        shown(written.toString()),
        name(),
        shown(survey.label().name()),
        classes(),
        hints(),
        dataset("data", 0),
        usedRows() < ROWS_FOR_SKEW ? "iid" : "{name: dirichlet, alpha: 1}",
        dataset("reference", referenceRows()),
        each,
        2 * each);
  }

  private int referenceRows() {
    return Math.max(1, Math.min(MOST_REFERENCE_ROWS, (int) (REFERENCE * usedRows())));
  }

  private int usedRows() {
    return survey.label().hasGaps() ? survey.wholeRows() : survey.rows();
  }

  /** Returns the group of options, as a part of a file. */
  private String dataset(String key, int rows) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("name", "csv");
    options.put("file", file.toString());
    options.put("label", survey.label().name());
    options.put("ignore", names(survey.others()));
    options.put("categories", used(SurveyedColumn.Use.CATEGORY));
    options.put("dates", used(SurveyedColumn.Use.DATE));
    options.values().removeIf(List.of()::equals);
    if (survey.label().hasGaps()) {
      options.put("missing", "drop");
    } else if (survey.hasGaps()) {
      options.put("missing", "median");
    }
    if (rows > 0) {
      options.put("rows", rows);
    }
    return Yaml.text(Map.of(key, options));
  }

  /** Returns comments on those options that not every file needs. */
  private String hints() {
    StringBuilder text = new StringBuilder();
    if (!survey.others().isEmpty()) {
      text.append("# 'ignore' has ids, texts that differ from row to row, and what is empty.\n");
    }
    if (!used(SurveyedColumn.Use.CATEGORY).isEmpty()) {
      text.append("# 'categories' are texts; each becomes a feature, 0 or 1.\n");
    }
    if (survey.label().hasGaps()) {
      text.append(
          "# Some rows have no label: 'missing: drop' leaves rows out that lack a value.\n");
    } else if (survey.hasGaps()) {
      text.append("# Some values are missing: the median of the column stands for them.\n");
    }
    return text.toString();
  }

  private List<String> used(SurveyedColumn.Use use) {
    return names(survey.features().stream().filter(column -> column.use() == use).toList());
  }

  private static List<String> names(List<SurveyedColumn> columns) {
    return columns.stream().map(SurveyedColumn::name).toList();
  }

  private String classes() {
    String some =
        survey.label().counts().entrySet().stream()
            .sorted((one, other) -> one.getKey().compareTo(other.getKey()))
            .limit(CLASSES_LISTED)
            .map(entry -> shown(entry.getKey()) + " (" + entry.getValue() + " rows)")
            .collect(Collectors.joining(", "));
    int all = survey.label().counts().size();
    return all + " of them: " + some + (all > CLASSES_LISTED ? ", …" : "");
  }

  /** A comment ends with its line. */
  private static String shown(String text) {
    return VisibleText.of(text);
  }
}
