package org.limbeck.datasets.csv;

import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.datasets.rows.SplitReferenceDataset;

/**
 * Rows of a CSV file, encoded as private rows are. They are the same data, whatever the private
 * rows of a device are: the digest is that of the file's own encoding.
 */
final class EncodedReference extends SplitReferenceDataset {
  private final ReferenceDataset own;

  /**
   * Takes rows.
   *
   * @param own the same rows in the file's own encoding
   * @param encoded the rows
   */
  EncodedReference(ReferenceDataset own, SharedCsv encoded) {
    super(encoded.table(), encoded.notices());
    this.own = own;
  }

  @Override
  public ReferenceDataset encodedBy(Preprocessing preprocessing) {
    return own.encodedBy(preprocessing);
  }

  @Override
  public byte[] digest() {
    return own.digest();
  }
}
