package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TheoryCommandTest {
  private final CommandSession session = new CommandSession();

  @Test
  void tellsWhatWillBeSent() {
    assertThat(session.execute("theory", "small.yaml", "--set", "seed=1")).isZero();

    assertThat(session.out())
        .isEqualToNormalizingNewlines(
            """
            small
              graph          3 devices, 3 edges, 2 neighbours on average
              spectral gap   0.5000
              disagreement   falls to 0.7500 of itself in a round that sends, or less: to a tenth in 9, to a thousandth in 25
              sends          in 4 of 6 rounds
              privacy        epsilon 1.50 to 2.99 at the end, with delta 1.0e-05

            algorithm                 sends in  a round that sends   in all  with headers
            distributed-distillation         4               100 B    400 B         500 B
            d-psgd                           6              8.2 kB  49.2 kB       49.5 kB

            codec             gamma  a round that sends  in all  with headers
            uniform {bits=2}  0.500               100 B   400 B         500 B
            float32               1              1.6 kB  6.4 kB        6.5 kB

            weights of  devices  parameters  D-PSGD exchange  FedAvg exchange
            mlp               3       1,000           8.0 kB           4.0 kB

            """);
    assertThat(session.engine.opened).isEmpty();
  }

  @Test
  void tellsScriptsTheSame() throws IOException {
    session.execute("theory", "small.yaml", "--json");

    JsonNode theory = new ObjectMapper().readTree(session.out()).get(0);
    assertThat(theory.get("experiment").asText()).isEqualTo("small");
    assertThat(theory.get("spectralGap").asDouble()).isEqualTo(0.5);
    assertThat(theory.get("consensusRate").asDouble()).isEqualTo(0.75);
    assertThat(theory.at("/algorithms/1/algorithm").asText()).isEqualTo("d-psgd");
    assertThat(theory.at("/algorithms/1/bytes").asDouble()).isEqualTo(49_152);
    assertThat(theory.at("/codecs/1/bytes").asDouble()).isEqualTo(6400);
    assertThat(theory.at("/privacy/largestEpsilon").asDouble()).isEqualTo(2.985);
    assertThat(theory.at("/weights/0/toNeighbours").asDouble()).isEqualTo(8000);
  }
}
