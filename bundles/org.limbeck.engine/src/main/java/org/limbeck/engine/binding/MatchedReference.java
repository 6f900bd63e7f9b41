package org.limbeck.engine.binding;

import java.util.List;
import java.util.Locale;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.NameMatch;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.experiment.PluginChoice;

/**
 * Reference rows whose features stand in the order of those of the private rows.
 *
 * @param reference the rows as they are
 * @param featureNames the names of the features in their order here
 * @param places where each of them stands there
 */
record MatchedReference(ReferenceDataset reference, List<String> featureNames, int[] places)
    implements ReferenceDataset {

  /**
   * Encodes reference rows as the private rows are, and matches their features by their names,
   * where both datasets have names.
   *
   * @throws org.limbeck.experiment.InvalidInputException if a row cannot be encoded so, or one
   *     dataset has a feature that the other has not
   */
  static ReferenceDataset of(PluginChoice choice, PrivateDataset data, ReferenceDataset reference) {
    return data.preprocessing()
        .map(
            by ->
                matched(
                    choice,
                    by.featureNames(),
                    PluginErrors.blaming(choice, () -> reference.encodedBy(by))))
        .orElse(reference);
  }

  private static ReferenceDataset matched(
      PluginChoice choice, List<String> wanted, ReferenceDataset reference) {
    List<String> there = reference.featureNames();
    if (wanted.isEmpty() || there.isEmpty() || there.equals(wanted)) {
      return reference;
    }
    NameMatch match = NameMatch.of(wanted, there);
    requireNone(choice, match.repeated(), "two features are called '%s'");
    requireNone(choice, match.missing(), "there is no feature '%s', which the private data have");
    requireNone(choice, match.extra(), "there is a feature '%s', which the private data have not");
    return new MatchedReference(reference, wanted, match.places());
  }

  private static void requireNone(PluginChoice choice, List<String> names, String message) {
    if (!names.isEmpty()) {
      throw PluginErrors.about(choice, String.format(Locale.ROOT, message, names.get(0)));
    }
  }

  @Override
  public Shape shape() {
    return reference.shape();
  }

  @Override
  public int rows() {
    return reference.rows();
  }

  @Override
  public void read(int row, float[] into, int offset) {
    float[] there = new float[places.length];
    reference.read(row, there, 0);
    for (int i = 0; i < places.length; i++) {
      into[offset + i] = there[places[i]];
    }
  }

  @Override
  public List<String> notices() {
    return reference.notices();
  }
}
