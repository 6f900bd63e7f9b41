package org.example.csv;

import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.testkit.ReferenceDatasetContract;

class CsvReferenceTest extends ReferenceDatasetContract {

  @Override
  protected ReferenceDataset dataset() {
    return new CsvReference("unlabelled.csv", 1);
  }
}
