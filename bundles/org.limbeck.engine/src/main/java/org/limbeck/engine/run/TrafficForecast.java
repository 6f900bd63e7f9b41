package org.limbeck.engine.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.limbeck.api.codec.Codec;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.frame.Frame;

/**
 * What a device is going to send.
 *
 * @param rounds in how many rounds it sends the same frames
 */
record TrafficForecast(Map<List<PlannedFrame>, Long> rounds) {

  /**
   * Asks a device what it is going to send.
   *
   * @param rounds how many rounds there are
   */
  static TrafficForecast of(DeviceRuntime device, long rounds) {
    Workspace workspace = new Workspace();
    Map<List<PlannedFrame>, Long> counts = new LinkedHashMap<>();
    for (long round = 0; round < rounds; round++) {
      List<PlannedFrame> frames =
          device.plan(round, workspace).stream().filter(frame -> frame.rows() > 0).toList();
      if (!frames.isEmpty()) {
        counts.merge(frames, 1L, Long::sum);
      }
    }
    return new TrafficForecast(counts);
  }

  /** Returns in how many rounds anything is sent. */
  long sending() {
    return rounds.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the values per row, 1 if nothing is sent. */
  int width() {
    return rounds.keySet().stream()
        .flatMap(List::stream)
        .mapToInt(PlannedFrame::width)
        .reduce(1, (before, width) -> width);
  }

  /**
   * Returns the most payload bytes of all rounds.
   *
   * @param neighbours how many get a copy of what does not go to the server
   */
  double payload(Codec codec, double neighbours) {
    return sum(codec, neighbours, payload -> payload);
  }

  /**
   * Returns the same with the frames' headers.
   *
   * @param sender how many bytes the device's id has
   */
  double frames(Codec codec, double neighbours, int sender) {
    return sum(codec, neighbours, payload -> Frame.size(sender, payload));
  }

  private double sum(Codec codec, double neighbours, IntUnaryOperator size) {
    double sum = 0;
    for (Map.Entry<List<PlannedFrame>, Long> each : rounds.entrySet()) {
      for (PlannedFrame frame : each.getKey()) {
        int payload = frame.mapBytes() + codec.maxBytes(frame.rows(), frame.width());
        sum += each.getValue() * (frame.toServer() ? 1 : neighbours) * size.applyAsInt(payload);
      }
    }
    return sum;
  }
}
