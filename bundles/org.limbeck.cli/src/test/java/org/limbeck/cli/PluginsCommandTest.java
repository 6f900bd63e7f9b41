package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.cli.command.ExitCode;

class PluginsCommandTest {
  private final CommandSession session = new CommandSession();

  @Test
  void listsPluginsWithTheirOptions() {
    assertThat(session.execute("plugins")).isEqualTo(ExitCode.DONE);

    assertThat(session.out())
        .isEqualToNormalizingNewlines(
            """
            topology
              ring: Each device talks to two others. (org.example.graphs 1.2.0)

            architecture
              mlp: Layers of neurons, each joined to all of the layer before.
                  (org.example.nets 2.0.1)
                  activation = tanh (tanh | relu): What a neuron makes of the weighted
                      sum of its inputs, in words that are many enough to fill a line and
                      more.
                  hidden = [64, 32] (list of integer): Neurons per hidden layer.
                  scale (float, required): Of the weights θ.

            not available
              architecture cnn: bundle org.example.natives is missing; put it into
                  plugins/ (org.example.conv)

            left out of plugins/
              half.jar: it cannot be read as a jar
            """);
  }

  @Test
  void speaksOfNothingMissingWhenNothingIs() {
    session.catalog.complete = true;

    session.execute("plugins");

    assertThat(session.out()).endsWith("Of the weights θ.\n").doesNotContain("not available");
  }

  @Test
  void listsOnlyWhatIsAskedFor() {
    assertThat(session.execute("plugins", "topology", "ring")).isEqualTo(ExitCode.DONE);

    assertThat(session.out())
        .isEqualToNormalizingNewlines(
            """
            topology
              ring: Each device talks to two others. (org.example.graphs 1.2.0)
            """);
  }

  @Test
  void listsAKindWithWhatIsMissingOfIt() {
    assertThat(session.execute("plugins", "architecture")).isEqualTo(ExitCode.DONE);

    assertThat(session.out())
        .startsWith("architecture")
        .contains("  mlp: ", "architecture cnn: bundle org.example.natives is missing")
        .doesNotContain("ring", "half.jar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topologie | There is no kind of plug-ins 'topologie'; choose one of data, partition,",
        "architecture mpl | There is no plug-in of this kind 'mpl'; choose one of cnn, mlp",
      })
  void saysWhatThereIsInsteadOfWhatThereIsNot(String asked, String message) {
    assertThat(session.execute(("plugins " + asked).split(" ", -1)))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).startsWith("limbeck: " + message).contains("limbeck plugins --help");
    assertThat(session.out()).isEmpty();
  }

  @Test
  void writesJsonOfOneKind() throws IOException {
    assertThat(session.execute("plugins", "topology", "--json")).isEqualTo(ExitCode.DONE);

    JsonNode catalog = new ObjectMapper().readTree(session.out());
    assertThat(catalog.at("/plugins").findValuesAsText("name")).containsExactly("ring");
    assertThat(catalog.at("/unavailable")).isEmpty();
  }

  @Test
  void writesJson() throws IOException {
    assertThat(session.execute("plugins", "--json")).isEqualTo(ExitCode.DONE);

    JsonNode catalog = new ObjectMapper().readTree(session.out());
    assertThat(catalog.at("/plugins/0"))
        .hasToString(
            "{\"kind\":\"topology\",\"name\":\"ring\","
                + "\"description\":\"Each device talks to two others.\","
                + "\"bundle\":\"org.example.graphs\",\"version\":\"1.2.0\",\"options\":[]}");
    assertThat(catalog.at("/plugins/1/options/1"))
        .hasToString(
            "{\"name\":\"hidden\",\"type\":\"integer\",\"list\":true,\"required\":false,"
                + "\"default\":[64,32],\"description\":\"Neurons per hidden layer.\","
                + "\"allowed\":[]}");
    assertThat(catalog.at("/plugins/1/options/2/default").isNull()).isTrue();
    assertThat(catalog.at("/plugins/1/options/2/required").booleanValue()).isTrue();
    assertThat(catalog.at("/plugins/1/options/2/description").textValue()).contains("θ");
    assertThat(session.out()).matches("\\p{ASCII}+");
    assertThat(catalog.at("/unavailable/0/reason").textValue()).contains("is missing");
    assertThat(catalog.at("/broken/0"))
        .hasToString("{\"file\":\"half.jar\",\"reason\":\"it cannot be read as a jar\"}");
  }
}
