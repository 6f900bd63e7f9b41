package org.limbeck.cli.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.limbeck.api.preprocessing.DateColumn;
import org.limbeck.api.preprocessing.DecimalNumber;
import org.limbeck.api.preprocessing.MissingValue;

/** What stands in a column of a CSV file. Used by one thread. */
final class SurveyedColumn {
  /** More different texts than this are no categories, and no classes. */
  static final int MOST_TEXTS = 100;

  /** What a column may be used for. */
  enum Use {
    NUMBER,
    DATE,
    CATEGORY,
    /** Every row has a text of its own, or almost. */
    TEXT,
    /** Whole numbers, another in each row, in a column that is called like an id. */
    ID,
    /** No value is known. */
    EMPTY
  }

  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  private final String name;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private boolean tooMany;
  private int numbers;
  private int wholes;
  private int dates;
  private int gaps;
  private int rows;

  SurveyedColumn(String name) {
    this.name = name;
  }

  /** Takes the cell of a row. */
  void see(String cell) {
    rows++;
    if (MissingValue.is(cell)) {
      gaps++;
      return;
    }
    numbers += Double.isNaN(DecimalNumber.parse(cell)) ? 0 : 1;
    wholes += WHOLE.matcher(cell).matches() ? 1 : 0;
    dates += Double.isNaN(DateColumn.seconds(cell)) ? 0 : 1;
    if (counts.size() <= MOST_TEXTS || counts.containsKey(cell)) {
      counts.merge(cell, 1, Integer::sum);
    } else {
      tooMany = true;
    }
  }

  String name() {
    return name;
  }

  /** Returns in how many rows a value is missing. */
  int gaps() {
    return gaps;
  }

  /** Returns whether a value is missing. */
  boolean hasGaps() {
    return gaps > 0;
  }

  /** Returns how often each text is there, of the first texts if there are too many. */
  Map<String, Integer> counts() {
    return counts;
  }

  /** Returns whether the texts may be the names of classes. */
  boolean mayBeLabel() {
    return !tooMany
        && counts.size() >= 2
        && counts.size() <= MOST_TEXTS
        && 2 * counts.size() <= rows;
  }

  /** Returns what the column can be used for beside the label. */
  Use use() {
    int known = rows - gaps;
    if (known == 0) {
      return Use.EMPTY;
    }
    if (numbers == known) {
      boolean isId = name.matches("(?i)(.*[_ .-])?(id|nr|no|number|index)|.*[a-z]Id");
      return isId && wholes == known ? Use.ID : Use.NUMBER;
    }
    if (dates == known) {
      return Use.DATE;
    }
    return !tooMany && 2 * counts.size() <= known ? Use.CATEGORY : Use.TEXT;
  }
}
