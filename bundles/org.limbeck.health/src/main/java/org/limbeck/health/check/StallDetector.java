package org.limbeck.health.check;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.Result;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;

/**
 * Tells whether runs complete their rounds. What is usual for a run is measured from the first time
 * that it is looked at, so it takes two looks to see that its rounds have become slow.
 */
final class StallDetector {
  private final StallThresholds thresholds;
  private final LongSupplier nanos;
  private final Map<RunControl, RoundRate> paces = new ConcurrentHashMap<>();

  StallDetector(StallThresholds thresholds, LongSupplier nanos) {
    this.thresholds = thresholds;
    this.nanos = nanos;
  }

  Result look(Collection<RunControl> all) {
    FormattingResultLog log = new FormattingResultLog();
    paces.keySet().retainAll(all);
    all.forEach(run -> look(run, log));
    if (all.isEmpty()) {
      log.info("no run goes on in this process");
    }
    return new Result(log);
  }

  private void look(RunControl run, FormattingResultLog log) {
    RunStatus status = run.status();
    long now = nanos.getAsLong();
    RoundRate pace = paces.computeIfAbsent(run, first -> new RoundRate(status.round(), now));
    double usual = pace.secondsPerRound(status.round(), now);
    double seconds = status.secondsInRound();
    String name = status.experiment();
    switch (status.state()) {
      case RUNNING -> {
        if (seconds > thresholds.stalledSeconds()) {
          log.critical(
              "{} has completed no round for {} s, after round {}",
              name,
              Math.round(seconds),
              status.round());
        } else if (seconds > thresholds.slowSeconds()
            && seconds > thresholds.slowFactor() * usual) {
          log.warn(
              "{} is {} s into a round; {} s are usual", name, Math.round(seconds), rounded(usual));
        } else {
          log.info("{} has completed {} of {} rounds", name, status.round(), status.rounds());
        }
      }
      case WAITING -> log.warn("{} waits: {}", name, status.reason());
      case PAUSED, HELD, ENDED ->
          log.info("{} stands still after round {}: {}", name, status.round(), status.state());
    }
  }

  private static double rounded(double seconds) {
    return Math.round(1000 * seconds) / 1000.0;
  }
}
