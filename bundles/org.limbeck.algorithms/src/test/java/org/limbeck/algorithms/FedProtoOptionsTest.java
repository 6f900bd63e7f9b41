package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.algorithms.OptionsTest.config;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.ForwardingDevice;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.Graphs;

/** What becomes of FedProto's options, which are seen in the steps of embeddings. */
class FedProtoOptionsTest {

  @Test
  void fedProtoTakesItsNumbers() {
    EmbeddingRecorder model =
        new EmbeddingRecorder(FakeDevices.on(Graphs.ring(1), 1).get(0).model());
    assertThat(aims(new FedProto(config(FedProto.Config.class, Map.of())), model).weight())
        .as("1 / 3 values")
        .isEqualTo(1f / 3);
    Map<String, Object> options = Map.of("regularization", 6f, "exchangeEvery", 3);
    EmbeddingRecorder.Step step = aims(new FedProto(config(FedProto.Config.class, options)), model);
    assertThat(step.weight()).isEqualTo(2);
    assertThat(step.targets()).as("before the end of the first interval").isEmpty();
  }

  /** Returns the last step of two rounds. */
  private static EmbeddingRecorder.Step aims(Algorithm algorithm, EmbeddingRecorder model) {
    Device device =
        new ForwardingDevice(FakeDevices.on(Graphs.ring(1), 1).get(0)) {
          @Override
          public Model model() {
            return model;
          }
        };
    Participant participant = algorithm.join(device);
    for (int round = 0; round < 2; round++) {
      participant.begin(round);
      participant.finish(round, new Losses());
    }
    List<EmbeddingRecorder.Step> steps = model.steps();
    return steps.get(steps.size() - 1);
  }
}
