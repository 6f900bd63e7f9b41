package org.limbeck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.Mixing;
import org.limbeck.report.NetworkDescription;

class GraphNoteTest {
  @Test
  void theGapIsToldInExchanges() {
    assertThat(note(8, 0.19526).gap()).isEqualTo("0.195");
    assertThat(note(8, 0.19526).effect())
        .isEqualTo("with plain averaging, disagreement falls tenfold in 11 exchanges of a row");
    assertThat(note(8, 1e-3).effect()).contains("in 2,302 exchanges");
  }

  @Test
  void aCompleteGraphAgreesAtOnce() {
    assertThat(note(8, 1).gap()).isEqualTo("1.00");
    assertThat(note(8, 1).effect()).contains("in one exchange of a row");
  }

  @Test
  void aGraphInPartsNeverAgrees() {
    assertThat(note(8, -1e-16).gap()).isEqualTo("0");
    assertThat(note(8, 1e-16).effect()).isEqualTo("some devices never hear of others");
  }

  @Test
  void nothingIsSaidOfWhatIsNotKnown() {
    assertThat(note(8, Double.NaN)).isEqualTo(new GraphNote(false, "", ""));
    assertThat(note(1, 1)).isEqualTo(new GraphNote(false, "", ""));
  }

  private static GraphNote note(int devices, double gap) {
    List<DeviceDescription> descriptions =
        IntStream.range(0, devices)
            .mapToObj(n -> new DeviceDescription("device-" + n, "mlp", 1, 1))
            .toList();
    return GraphNote.of(
        new NetworkDescription(Map.of(), descriptions, List.of(), new Mixing(false, gap)));
  }
}
