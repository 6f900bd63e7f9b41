package org.limbeck.datasets.catalog;

/** Columns that are given by their numbers, from 1. */
public final class ColumnNumber {
  private ColumnNumber() {}

  /** Returns where a column is by its number, from 0; −1 if the text is no number of a column. */
  public static int place(String text) {
    return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) - 1 : -1;
  }
}
