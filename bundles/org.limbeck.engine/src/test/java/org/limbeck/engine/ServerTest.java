package org.limbeck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.ServerChannel;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.Traffic;
import org.limbeck.exchange.frame.Frame;

/** Devices that send a server their numbers, and count as much as their numbers. */
class ServerTest {
  private static final int ROWS = 3;
  private static final int WIDTH = 2;
  private static final int PAYLOAD = ROWS * WIDTH * Float.BYTES;

  private final Map<String, List<Float>> means = new ConcurrentSkipListMap<>();
  private final Map<String, List<List<Integer>>> rows = new ConcurrentSkipListMap<>();
  private final Map<String, String> places = new ConcurrentSkipListMap<>();
  private final PlainRun run = PlainRun.ofRing(4, 5).with((Algorithm) Averager::new);

  @Test
  void allGetTheWeightedMeanOfThoseWhoHaveSent() throws InterruptedException {
    run.events(2);
    float ofAll = (1 * 1 + 2 * 2 + 3 * 3 + 4 * 4) / 10f;
    float withoutThird = (1 * 1 + 2 * 2 + 4 * 4) / 7f;
    assertThat(means).hasSize(4);
    assertThat(means.values())
        .allSatisfy(
            heard -> {
              assertThat(heard.get(0)).isCloseTo(ofAll, within(1e-5f));
              assertThat(heard.get(1)).isCloseTo(withoutThird * 2, within(1e-5f));
              assertThat(heard.get(2)).isCloseTo(ofAll * 3, within(1e-5f));
            });
  }

  @Test
  void aRowIsTheMeanOfThoseWhoHaveSentIt() throws InterruptedException {
    RoundCompleted fourth = (RoundCompleted) run.events(2).get(4);
    assertThat(rows.values())
        .allSatisfy(
            heard -> {
              assertThat(heard.get(2)).containsExactly(0, 1, 2);
              assertThat(heard.get(3)).as("nobody has sent row 1").containsExactly(0, 2);
            });
    float withoutSecond = (1 * 1 + 3 * 3 + 4 * 4) / 8f * 4;
    assertThat(means.get("device-1").get(3)).isCloseTo(withoutSecond, within(1e-5f));
    long row = (long) WIDTH * Float.BYTES;
    assertThat(fourth.devices())
        .extracting(device -> device.sent().payloadBytes())
        .as("a map of one byte, and the rows")
        .containsExactly(1L + 2 * row, 1L + row, 1L + 2 * row, 1L + 2 * row);
    assertThat(fourth.devices())
        .allSatisfy(device -> assertThat(device.received().payloadBytes()).isEqualTo(1L + 2 * row));
  }

  @Test
  void devicesKnowTheirPlaces() throws InterruptedException {
    run.events(1);
    assertThat(places.values()).containsExactly("0 of 4", "1 of 4", "2 of 4", "3 of 4");
  }

  @Test
  void whatNobodyHasSentHasNoMean() throws InterruptedException {
    run.events(1);
    assertThat(rows.values())
        .allSatisfy(heard -> assertThat(heard.get(4)).as("in round 4").isEmpty());
  }

  @Test
  void bytesAreCountedOnceEachWay() throws InterruptedException {
    RoundCompleted first = (RoundCompleted) run.events(1).get(1);
    assertThat(first.devices())
        .allSatisfy(
            device -> {
              assertThat(device.sent())
                  .isEqualTo(new Traffic(PAYLOAD, Frame.size("device-1".length(), PAYLOAD)));
              assertThat(device.received().payloadBytes()).isEqualTo(PAYLOAD);
            });
  }

  @Test
  void thereIsNoServerWhereDevicesMayBeElsewhere() {
    assertThatThrownBy(
            () -> run.network(inner -> (device, sink) -> inner.open(device, sink)).close())
        .hasMessageContaining("there is one only where all devices are in one process");
  }

  @Test
  void whatDevicesSendIsEquallyWide() {
    PlainRun uneven =
        PlainRun.ofRing(4, 5)
            .with(
                (Algorithm)
                    device -> {
                      int width = device.id().equals("device-3") ? WIDTH + 1 : WIDTH;
                      device.openServer(ROWS, width, Averager::select, 1);
                      return new Averager(device);
                    });
    assertThatThrownBy(() -> uneven.events(1))
        .hasMessageContaining("equally wide")
        .hasMessageContaining("device-3 sends rows of 3 values, others of 2");
  }

  private final class Averager implements Participant {
    private final int number;
    private final String id;
    private final ServerChannel server;

    Averager(Device device) {
      this.id = device.id();
      this.number = Integer.parseInt(id.substring("device-".length()));
      this.server = device.openServer(ROWS, WIDTH, Averager::select, number);
    }

    @Override
    public void begin(long round) {
      if ((number != 3 || round != 1) && round != 4) {
        Block values = new Block(ROWS, WIDTH);
        values.rows(select(round, values.ids()));
        if (round == 3) {
          values.ids()[1] = 2;
          values.rows(number == 2 ? 1 : 2);
        }
        Arrays.fill(values.values(), (float) (number * (round + 1)));
        server.send(round, values);
      }
    }

    @Override
    public void finish(long round, Losses losses) {
      Block mean = server.mean(round);
      rows.computeIfAbsent(id, key -> new ArrayList<>())
          .add(IntStream.of(mean.ids()).limit(mean.rows()).boxed().toList());
      places.put(id, server.place() + " of " + server.devices());
      if (mean.rows() > 0) {
        means
            .computeIfAbsent(id, key -> new ArrayList<>())
            .add(mean.values()[mean.rows() * WIDTH - 1]);
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
