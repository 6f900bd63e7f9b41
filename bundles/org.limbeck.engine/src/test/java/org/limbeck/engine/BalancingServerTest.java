package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Heard;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;

/**
 * Four devices with 6 values each. All send 2.5 in round 0. After that the last one sends, and the
 * others offer 2.5, with a tolerance of 10:
 *
 * <ul>
 *   <li>round 1: 5.5. Its squared distance from 2.5 is 6 · 3² = 54; with one other, 4, it is 6 ·
 *       1.5² = 13.5; with two, 3.5, it is 6.
 *   <li>round 2: 3. It is 6 · 0.5² = 1.5.
 *   <li>round 3: 6.5, and one sender is enough for all to be asked: the mean is 3.5.
 *   <li>round 4: nobody sends.
 * </ul>
 */
class BalancingServerTest {
  private static final int ROWS = 3;
  private static final int WIDTH = 2;
  private static final int PAYLOAD = ROWS * WIDTH * Float.BYTES;
  private static final float NOTHING = Float.NaN;
  private static final float[] SENT = {2.5f, 5.5f, 3, 6.5f};

  private final Map<String, List<Float>> means = new ConcurrentSkipListMap<>();
  private final List<Heard> heard = new ArrayList<>();

  @Test
  void theServerAsksForWhatItNeeds() throws InterruptedException {
    List<RunEvent> events = PlainRun.ofRing(4, 5).with((Algorithm) Offerer::new).events(2);
    assertThat(heard)
        .containsExactly(
            new Heard(4, 0), new Heard(1, 2), new Heard(1, 0), new Heard(1, 3), new Heard(0, 0));
    assertThat(ofRound(0)).containsExactly(2.5f, 2.5f, 2.5f, 2.5f);
    assertThat(ofRound(1)).containsOnlyOnce(NOTHING).contains(3.5f).hasSize(4);
    assertThat(ofRound(1).get(3)).isEqualTo(3.5f);
    assertThat(ofRound(2)).containsExactly(NOTHING, NOTHING, NOTHING, 3f);
    assertThat(ofRound(3)).containsExactly(3.5f, 3.5f, 3.5f, 3.5f);
    assertThat(ofRound(4)).containsExactly(NOTHING, NOTHING, NOTHING, NOTHING);
    int[] asked = {4, 3, 1, 4, 0};
    for (int round = 0; round < asked.length; round++) {
      List<DeviceRound> devices = ((RoundCompleted) events.get(round + 1)).devices();
      for (int device = 0; device < devices.size(); device++) {
        boolean isHeard = !Float.isNaN(ofRound(round).get(device));
        long bytes = isHeard ? PAYLOAD : 0;
        assertThat(devices.get(device).sent().payloadBytes()).isEqualTo(bytes);
        assertThat(devices.get(device).received().payloadBytes()).isEqualTo(bytes);
      }
      assertThat(devices.stream().mapToLong(device -> device.sent().payloadBytes()).sum())
          .isEqualTo((long) asked[round] * PAYLOAD);
    }
  }

  private List<Float> ofRound(int round) {
    return means.values().stream().map(each -> each.get(round)).toList();
  }

  private final class Offerer implements Participant {
    private final String id;
    private final ServerChannel server;

    Offerer(Device device) {
      this.id = device.id();
      this.server = device.openServer(ROWS, WIDTH, Offerer::select, 1);
    }

    @Override
    public void begin(long round) {
      Block values = new Block(ROWS, WIDTH);
      values.rows(select(round, values.ids()));
      boolean isLast = server.place() == server.devices() - 1;
      Arrays.fill(values.values(), isLast && round < 4 ? SENT[(int) round] : 2.5f);
      if (round == 0 || (isLast && round < 4)) {
        server.send(round, values);
      } else {
        server.offer(round, values, 10, round == 3 ? 1 : 4);
      }
    }

    @Override
    public void finish(long round, Losses losses) {
      Block mean = server.mean(round);
      means
          .computeIfAbsent(id, key -> new ArrayList<>())
          .add(mean.rows() == 0 ? NOTHING : mean.values()[ROWS * WIDTH - 1]);
      if (server.place() == 0) {
        heard.add(server.heard(round));
      }
    }

    private static int select(long round, int[] ids) {
      for (int i = 0; i < ROWS; i++) {
        ids[i] = i;
      }
      return ROWS;
    }

    @Override
    public Lesson fullLesson() {
      return new Lesson(
          new Block(0, 64),
          new int[0],
          new Block(0, 64),
          new Block(0, 10),
          DistillationLoss.SQUARED,
          0);
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }
}
