package org.limbeck.transport.mqtt;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whose announcements and signs of life this process asks the broker for. Safe for use by several
 * threads.
 */
final class AnnouncementSubscriptions {
  /** Where more devices are to be heard of, one subscription to all is less to do. */
  private static final int MOST_FILTERS = 64;

  private static final long PROCESSES_MILLIS = 20;

  private final AnnouncementRelay announcements;
  private final Subscriptions<MqttLink> statuses;
  private final Subscriptions<AnnouncementRelay> lives;
  private final ScheduledExecutorService executor;
  private final AtomicBoolean processesAreDue = new AtomicBoolean();
  private volatile boolean hearsAll;

  /**
   * Asks for nothing yet.
   *
   * @param announcements knows which processes have announced something
   * @param statuses asks for what devices announce
   * @param lives asks for signs of life of processes
   * @param executor asks for the latter once in a while
   */
  AnnouncementSubscriptions(
      AnnouncementRelay announcements,
      Subscriptions<MqttLink> statuses,
      Subscriptions<AnnouncementRelay> lives,
      ScheduledExecutorService executor) {
    this.announcements = announcements;
    this.statuses = statuses;
    this.lives = lives;
    this.executor = executor;
  }

  /**
   * Asks for what a device is to be told. Who hears of all needs no other subscriptions for those
   * who hear of some.
   *
   * @param others whom it is told of; empty: of all
   */
  CompletableFuture<?> follow(MqttLink link, Optional<Set<String>> others) {
    hearsAll |= others.map(ids -> ids.size() > MOST_FILTERS).orElse(true);
    if (hearsAll) {
      return CompletableFuture.allOf(
          statuses.follow(link, Set.of(Topics.ANY)),
          lives.follow(announcements, Set.of(Topics.ANY)));
    }
    Set<String> devices = new HashSet<>(others.get());
    devices.add(link.device());
    return statuses.follow(link, devices);
  }

  /**
   * Asks for what a device is to be told from now on. Of those that nobody has asked for before,
   * the announcements may have been dropped already: a subscription brings them again.
   */
  CompletableFuture<?> change(MqttLink link, Set<String> others) {
    Set<String> added = announcements.mind(link.device(), others);
    CompletableFuture<?> granted = follow(link, Optional.of(others));
    if (!hearsAll || added.isEmpty()) {
      return granted;
    }
    Set<String> filters = new HashSet<>(added);
    filters.add(Topics.ANY);
    return statuses.follow(link, filters);
  }

  /** Asks for the signs of life that are missing; of however many processes, once in a while. */
  void followProcesses() {
    if (processesAreDue.compareAndSet(false, true)) {
      var unused = executor.schedule(this::followNow, PROCESSES_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void followNow() {
    processesAreDue.set(false);
    Set<String> processes = new HashSet<>();
    if (hearsAll) {
      processes.add(Topics.ANY);
      processes.addAll(announcements.overlooked());
    } else {
      processes.addAll(announcements.processes());
    }
    var unused = lives.follow(announcements, processes);
  }

  /** Asks for nothing more for a device. */
  void leave(MqttLink link) {
    var unused = statuses.follow(link, List.of());
  }
}
