package org.limbeck.architectures.classic;

/** Which dataset a row and its id are from. */
enum RowOrigin {
  PRIVATE,
  REFERENCE
}
