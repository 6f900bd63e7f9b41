package org.limbeck.api.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameMatchTest {

  @Test
  void findsNamesWhereverTheyStand() {
    NameMatch match = NameMatch.of(List.of("x", "y"), List.of("y", "z", "x"));
    assertThat(match.places()).containsExactly(2, 0);
    assertThat(match.extra()).containsExactly("z");
    assertThat(match.missing()).isEmpty();
    assertThat(match.repeated()).isEmpty();
  }

  @Test
  void tellsWhatIsMissingOrThereTwice() {
    NameMatch match = NameMatch.of(List.of("x", "w"), List.of("x", "y", "x", "y", "x"));
    assertThat(match.places()).containsExactly(0, -1);
    assertThat(match.missing()).containsExactly("w");
    assertThat(match.repeated()).containsExactly("x", "y");
    assertThat(match.extra()).containsExactly("y");
  }
}
