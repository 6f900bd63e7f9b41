package org.limbeck.algorithms;

import org.limbeck.api.Block;
import org.limbeck.api.referencedata.ReferenceDataset;

/** Reads batches of reference rows. */
final class ReferenceRows {

  private ReferenceRows() {}

  /** Reads the features of the rows that {@code rows} names by its ids. */
  static void read(ReferenceDataset reference, Block rows) {
    for (int i = 0; i < rows.rows(); i++) {
      reference.read(rows.ids()[i], rows.values(), i * rows.width());
    }
  }
}
