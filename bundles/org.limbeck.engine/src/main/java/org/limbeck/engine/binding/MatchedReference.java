package org.limbeck.engine.binding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.Preprocessing;
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
   * Matches features by their names, where both datasets have names.
   *
   * @throws org.limbeck.experiment.InvalidInputException if one has a feature that the other has
   *     not
   */
  static ReferenceDataset of(PluginChoice choice, PrivateDataset data, ReferenceDataset reference) {
    Optional<Preprocessing> preprocessing = data.preprocessing();
    List<String> wanted = preprocessing.map(Preprocessing::featureNames).orElse(List.of());
    List<String> there = reference.featureNames();
    if (wanted.isEmpty() || there.isEmpty() || there.equals(wanted)) {
      return reference;
    }
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < there.size(); i++) {
      if (places.put(there.get(i), i) != null) {
        throw PluginErrors.about(choice, "two features are called '" + there.get(i) + "'");
      }
    }
    for (String name : wanted) {
      if (!places.containsKey(name)) {
        throw PluginErrors.about(
            choice, "there is no feature '" + name + "', which the private data have");
      }
    }
    HashSet<String> known = new HashSet<>(wanted);
    for (String name : there) {
      if (!known.contains(name)) {
        throw PluginErrors.about(
            choice, "there is a feature '" + name + "', which the private data have not");
      }
    }
    return new MatchedReference(reference, wanted, wanted.stream().mapToInt(places::get).toArray());
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
