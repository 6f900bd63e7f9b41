package org.limbeck.cli.device;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.DeviceRound;
import org.limbeck.api.event.NeighbourChanged;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RoundEvaluated;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.event.RunRestored;
import org.limbeck.cli.run.EventMessages;
import org.limbeck.engine.control.DeviceStatus;

/** Follows a device on its own: keeps its folder up to date, and tells a person. */
final class DeviceJournal implements RunObserver {
  private static final String RUNNING = "running";

  private final String id;
  private final DeviceFolder folder;
  private final DeviceScreen screen;
  private final Clock clock;
  private long round;
  private Double accuracy;
  private Double epsilon;
  private Double delta;
  private List<String> neighbours = List.of();
  private long sent;
  private long received;
  private String lastChange = "";

  DeviceJournal(String id, DeviceFolder folder, DeviceScreen screen, Clock clock) {
    this.id = id;
    this.folder = folder;
    this.screen = screen;
    this.clock = clock;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RoundCompleted completed) {
      DeviceRound device = completed.devices().get(0);
      round = completed.round() + 1;
      sent += device.sent().wireBytes();
      received += device.received().frameBytes();
    } else if (event instanceof RoundEvaluated evaluated) {
      evaluated(evaluated.round(), evaluated.devices().get(0));
    } else if (event instanceof RunRestored restored) {
      round = restored.round();
      screen.say("goes on from round " + round);
      report(RUNNING);
    } else {
      if (event instanceof NeighbourChanged changed) {
        neighbours = changed.neighbours();
      }
      Optional<String> notice = EventMessages.of(event);
      notice.ifPresent(this::changed);
    }
  }

  /** Writes what the device ends with. */
  void end(boolean stopped) {
    folder.writeModel();
    report(stopped ? "stopped" : "done");
    screen.say((stopped ? "stopped" : "done") + " after round " + round);
  }

  private void evaluated(long after, DeviceEvaluation evaluation) {
    round = after;
    accuracy = known(evaluation.testAccuracy());
    epsilon = known(evaluation.privacy().epsilon());
    delta = known(evaluation.privacy().delta());
    folder.writeModel();
    screen.show(report(RUNNING));
  }

  private void changed(String notice) {
    lastChange = now() + " " + notice;
    screen.say(notice);
    report(RUNNING);
  }

  private DeviceReport report(String state) {
    DeviceStatus device = folder.device();
    DeviceReport report =
        new DeviceReport(
            id,
            state,
            round,
            device.privateRows(),
            accuracy,
            epsilon,
            delta,
            neighbours,
            sent,
            received,
            lastChange,
            now());
    folder.write(report);
    screen.record(report);
    return report;
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
