package org.limbeck.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final int FRAMES = 10_000;

  @Test
  void withoutFaultsAllArriveInOrder() {
    assertThat(arrivals(new Faults(0, 0, 0, 0, 1), "a", "b"))
        .isEqualTo(IntStream.range(0, FRAMES).boxed().toList());
  }

  @Test
  void aShareIsLost() {
    assertThat(arrivals(new Faults(0.2, 0, 0, 0, 1), "a", "b").size() / (double) FRAMES)
        .isCloseTo(0.8, within(0.02));
  }

  @Test
  void aShareArrivesTwice() {
    List<Integer> arrived = arrivals(new Faults(0, 0.2, 0, 0, 1), "a", "b");
    assertThat(new HashSet<>(arrived)).hasSize(FRAMES);
    assertThat(arrived.size() / (double) FRAMES).isCloseTo(1.2, within(0.02));
  }

  @Test
  void noFrameIsOvertakenByMoreThanItMay() {
    assertThat(lateness(new Faults(0, 0, 0, 0.2, 1))).isEqualTo(1);
    assertThat(lateness(new Faults(0, 0, 0.2, 0, 1))).isEqualTo(Lane.MOST_LATE);
  }

  @Test
  void theSeedAndTheDevicesDecide() {
    Faults faults = new Faults(0.2, 0.2, 0.2, 0.2, 1);
    List<Integer> arrived = arrivals(faults, "a", "b");
    assertThat(arrivals(faults, "a", "b")).isEqualTo(arrived);
    assertThat(arrivals(faults, "b", "a")).isNotEqualTo(arrived);
    assertThat(arrivals(new Faults(0.2, 0.2, 0.2, 0.2, 2), "a", "b")).isNotEqualTo(arrived);
  }

  private static int lateness(Faults faults) {
    int most = 0;
    int latest = 0;
    for (int frame : arrivals(faults, "a", "b")) {
      latest = Math.max(latest, frame);
      most = Math.max(most, latest - frame);
    }
    return most;
  }

  private static List<Integer> arrivals(Faults faults, String sender, String receiver) {
    Lane lane = new Lane(faults, sender, receiver);
    List<Integer> arrived = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      lane.send(ByteBuffer.allocate(Integer.BYTES).putInt(0, i))
          .forEach(frame -> arrived.add(frame.getInt(0)));
    }
    return arrived;
  }
}
