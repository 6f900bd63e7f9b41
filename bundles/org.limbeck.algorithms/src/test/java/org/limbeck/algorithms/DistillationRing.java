package org.limbeck.algorithms;

import java.util.List;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.testkit.fixture.Graphs;

/** Three devices on a ring that distil: each knows the exact mean after one exchange. */
final class DistillationRing {
  private final List<RecordingDevice> devices =
      RecordingDevice.on(Graphs.ring(3), new Training(4, 6));
  private List<Participant> learners = List.of();

  List<RecordingDevice> devices() {
    return devices;
  }

  RecordingDevice device() {
    return devices.get(0);
  }

  Participant learner() {
    return learners.get(0);
  }

  void join(DistributedDistillation.Options options) {
    DistributedDistillation algorithm = new DistributedDistillation(options);
    learners = devices.stream().map(algorithm::join).toList();
  }

  void begin(long round) {
    learners.forEach(learner -> learner.begin(round));
  }

  void finish(long round) {
    learners.forEach(learner -> learner.finish(round, new Losses()));
  }

  void run(long from, long to) {
    for (long round = from; round < to; round++) {
      begin(round);
      finish(round);
    }
  }
}
