package org.limbeck.architectures.external;

/** Which dataset a row and its id are from, as far as the question tells. */
enum RowRole {
  PRIVATE,
  REFERENCE,
  /** A row to predict: of any dataset. */
  ASKED
}
