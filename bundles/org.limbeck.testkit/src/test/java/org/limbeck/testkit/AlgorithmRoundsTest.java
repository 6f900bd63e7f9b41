package org.limbeck.testkit;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.Losses;

class AlgorithmRoundsTest extends ContractTests {
  @Passes(skipping = "aDeviceThatDoesNotWaitKeepsSilentWhenItIsTold")
  static class Sound extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return PlainDistillation::new;
    }
  }

  @Passes
  static class SoundAndAsynchronous extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return asynchronous(
          device ->
              new PlainDistillation(device) {
                @Override
                public void begin(long round) {
                  if (channel.opens(round)) {
                    super.begin(round);
                  }
                }
              });
    }
  }

  @Fails("aDeviceThatDoesNotWaitKeepsSilentWhenItIsTold")
  static class NeverAsksWhetherToSend extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return asynchronous(PlainDistillation::new);
    }
  }

  @Passes(skipping = "aDeviceThatDoesNotWaitKeepsSilentWhenItIsTold")
  static class SoundAndAlone extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public void begin(long round) {
              // nothing is sent
            }

            @Override
            public void finish(long round, Losses losses) {
              int[] rows = Blocks.range(0, device.data().rows());
              device.model().step(lesson(rows, new int[0]), 0.2f, losses);
            }
          };
    }
  }

  @Fails({"everyDeviceLearns", "aDeviceWithoutNeighboursLearns", "everyRoundRecordsItsLosses"})
  static class NeverTrains extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public void finish(long round, Losses losses) {
              device.estimate().mix(channel.own(round), channel.peers(round), 1);
            }
          };
    }
  }

  @Fails("everyRoundRecordsItsLosses")
  static class RecordsNoLosses extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public void finish(long round, Losses losses) {
              super.finish(round, new Losses());
            }
          };
    }
  }

  @Fails({
    "theSameSeedGivesTheSameRun",
    "theOrderOfTheDevicesDoesNotMatter",
    "goesOnFromASavedStateAsIfNothingHadHappened",
    "savingChangesNothing",
    "askingForTheFullLessonChangesNothing"
  })
  static class OtherSourceOfRandomness extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      RandomGenerator random = new Random();
      return device ->
          new PlainDistillation(device) {
            @Override
            float stepSize(long round) {
              return super.stepSize(round) * (1 + 0.01f * random.nextFloat());
            }
          };
    }
  }

  @Fails("theOrderOfTheDevicesDoesNotMatter")
  static class DevicesShareACounter extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      AtomicLong steps = new AtomicLong();
      return device ->
          new PlainDistillation(device) {
            @Override
            float stepSize(long round) {
              return steps.getAndIncrement() % 10 == 0 ? 0.2f : 0.1f;
            }
          };
    }
  }

  @Fails("aDeviceDoesNotWaitForItsNeighbours")
  static class NeedsItsNeighbours extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public void finish(long round, Losses losses) {
              for (var peer : channel.peers(round)) {
                float[] decisions = peer.copy().values();
                if (decisions[0] == 0 && decisions[1] == 0 && decisions[2] == 0) {
                  throw new IllegalStateException("nothing from " + peer.id());
                }
              }
              super.finish(round, losses);
            }
          };
    }
  }

  @Fails("aDeviceWithoutNeighboursLearns")
  static class NeedsANeighbour extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public void finish(long round, Losses losses) {
              channel.peers(round).get(0);
              super.finish(round, losses);
            }
          };
    }
  }

  @Fails("allDevicesOpenTheSameChannels")
  static class OneDeviceOpensMore extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device -> {
        PlainDistillation participant = new PlainDistillation(device);
        if (device.id().endsWith("3")) {
          device.open(1, 1, (round, ids) -> 0);
        }
        return participant;
      };
    }
  }

  private static Algorithm asynchronous(Function<Device, Participant> participants) {
    return new Algorithm() {
      @Override
      public Participant join(Device device) {
        return participants.apply(device);
      }

      @Override
      public boolean isAsynchronous() {
        return true;
      }
    };
  }
}
