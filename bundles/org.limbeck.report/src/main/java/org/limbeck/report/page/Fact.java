package org.limbeck.report.page;

/**
 * A fact to show.
 *
 * @param name what it is
 * @param value the value
 * @param note what else to know; may be empty
 */
record Fact(String name, String value, String note) {
  Fact(String name, String value) {
    this(name, value, "");
  }
}
