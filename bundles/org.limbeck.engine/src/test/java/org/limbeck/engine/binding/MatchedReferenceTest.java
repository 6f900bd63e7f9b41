package org.limbeck.engine.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.limbeck.testkit.fixture.CloudRows;

class MatchedReferenceTest {
  private static final PluginChoice CHOICE =
      new PluginChoice(PluginKind.REFERENCE, "csv", Map.of(), new Origin("f.yaml", 3, "reference"));

  /** Private rows with features of these names. */
  private record Named(List<String> names) implements PrivateDataset {
    @Override
    public Shape shape() {
      return new Shape(1, 1, 3);
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public LabelledRows training() {
      return new CloudRows(shape(), 2, 10, 1);
    }

    @Override
    public LabelledRows test() {
      return new CloudRows(shape(), 2, 10, 2);
    }

    @Override
    public Optional<Preprocessing> preprocessing() {
      List<ColumnEncoder> columns =
          names.stream()
              .<ColumnEncoder>map(name -> new NumberColumn(name, 0, 1, OptionalDouble.empty()))
              .toList();
      return Optional.of(new Preprocessing(shape(), columns, List.of("no", "yes")));
    }
  }

  /** Reference rows of which feature i of row r is 10 r + i. */
  private record Counted(List<String> featureNames) implements ReferenceDataset {
    @Override
    public Shape shape() {
      return new Shape(1, 1, 3);
    }

    @Override
    public int rows() {
      return 4;
    }

    @Override
    public void read(int row, float[] into, int offset) {
      for (int i = 0; i < 3; i++) {
        into[offset + i] = 10 * row + i;
      }
    }
  }

  @Test
  void putsFeaturesInTheOrderOfThePrivateRows() {
    ReferenceDataset matched = matched(List.of("x", "y", "z"), List.of("z", "x", "y"));
    float[] row = new float[4];
    matched.read(2, row, 1);
    assertThat(row).containsExactly(0, 21, 22, 20);
    assertThat(matched.featureNames()).containsExactly("x", "y", "z");
    assertThat(Arrays.equals(matched.digest(), new Counted(List.of()).digest())).isFalse();
  }

  @Test
  void leavesAloneWhatIsInOrderOrHasNoNames() {
    for (List<String> names : List.of(List.of("x", "y", "z"), List.<String>of())) {
      ReferenceDataset reference = new Counted(names);
      assertThat(MatchedReference.of(CHOICE, new Named(List.of("x", "y", "z")), reference))
          .isSameAs(reference);
    }
  }

  @Test
  void namesTheFeatureThatIsMissingOrTooMany() {
    assertRefused(List.of("x", "y", "w"), "there is no feature 'z', which the private data have");
    assertRefused(
        List.of("x", "y", "z", "w"), "there is a feature 'w', which the private data have not");
    assertRefused(List.of("x", "y", "z", "z"), "two features are called 'z'");
  }

  @Test
  void asksForRowsEncodedAsThePrivateOnesAre() {
    Preprocessing by = new Named(List.of("x", "y", "z")).preprocessing().orElseThrow();
    ReferenceDataset encoded = new Counted(List.of("z", "y", "x"));
    ReferenceDataset asked = new Encoded(by, encoded);
    ReferenceDataset matched =
        MatchedReference.of(CHOICE, new Named(List.of("x", "y", "z")), asked);
    float[] row = new float[3];
    matched.read(1, row, 0);
    assertThat(row).containsExactly(12, 11, 10);
    assertThatThrownBy(() -> MatchedReference.of(CHOICE, new Named(List.of("x", "y", "w")), asked))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("f.yaml:3: reference: csv: rows.csv:2: no such category");
  }

  /** Reference rows that can be encoded in one way only. */
  private record Encoded(Preprocessing only, ReferenceDataset other) implements ReferenceDataset {
    @Override
    public Shape shape() {
      return other.shape();
    }

    @Override
    public int rows() {
      return 4;
    }

    @Override
    public void read(int row, float[] into, int offset) {
      other.read(row, into, offset);
    }

    @Override
    public ReferenceDataset encodedBy(Preprocessing preprocessing) {
      if (!preprocessing.equals(only)) {
        throw new IllegalArgumentException("rows.csv:2: no such category");
      }
      return other;
    }
  }

  private static void assertRefused(List<String> names, String message) {
    assertThatThrownBy(() -> matched(List.of("x", "y", "z"), names))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  private static ReferenceDataset matched(List<String> wanted, List<String> there) {
    return MatchedReference.of(CHOICE, new Named(wanted), new Counted(there));
  }
}
