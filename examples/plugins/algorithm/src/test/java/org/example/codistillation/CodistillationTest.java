package org.example.codistillation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.AlgorithmContract;
import org.limbeck.testkit.fixture.FakeDevice;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.Graphs;

class CodistillationTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    return new Codistillation(4, 1, 10, 0.2f);
  }

  @Test
  void saysNothingBeforeItHasBurntIn() {
    List<FakeDevice> devices = FakeDevices.on(Graphs.ring(3), 1);
    List<Participant> participants = devices.stream().map(algorithm()::join).toList();
    for (int round = 0; round < 6; round++) {
      for (Participant participant : participants) {
        participant.begin(round);
      }
      for (Participant participant : participants) {
        participant.finish(round, new Losses());
      }
      assertThat(devices.get(0).network().sent(0)).isEqualTo(Math.max(0, round - 3));
    }
  }
}
