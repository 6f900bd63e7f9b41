package org.limbeck.exchange.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.PeerAnnouncements;

/**
 * What follows from the announcements of the devices of other processes, as they are now.
 *
 * @param announcements what has been heard
 * @param ids the ids of these devices
 */
record OtherParts(PeerAnnouncements announcements, List<String> ids) {

  /** A round that nobody is at. */
  private static final long NONE = -1;

  /**
   * Returns the latest round that all can go on from, as far as they have been heard.
   *
   * @param here the rounds that this process can go on from
   * @return less than 0 if there is none
   */
  long commonRound(List<Long> here) {
    TreeSet<Long> common = new TreeSet<>(here);
    heard().values().forEach(other -> common.retainAll(other.rounds()));
    return common.isEmpty() ? NONE : common.last();
  }

  /**
   * Checks that those can begin together with this process whose words count.
   *
   * @param own what this process announces
   * @param counts whether something was said in this run
   * @throws StartException if one is in another experiment, or there is no round that all of them
   *     can go on from
   */
  void requireFit(Announcement own, Predicate<Announcement> counts) {
    TreeSet<Long> common = new TreeSet<>(own.rounds());
    for (Map.Entry<String, Announcement> other : heard().entrySet()) {
      if (counts.test(other.getValue())) {
        requireSame(own, other.getKey(), other.getValue());
        common.retainAll(other.getValue().rounds());
      }
    }
    if (common.isEmpty()) {
      throw new StartException(
          "there is no round that all parts can go on from: here there is "
              + own.rounds()
              + "; begin the experiment anew, in new folders");
    }
  }

  /** Returns whether each of those whose words count can begin together with this process. */
  boolean fit(Announcement own, Predicate<Announcement> counts) {
    return !announcements.hasAnyAnnounced(ids, said -> counts.test(said) && !fits(own, said));
  }

  private static boolean fits(Announcement own, Announcement said) {
    return own.differenceFrom(said).isEmpty() && !Collections.disjoint(own.rounds(), said.rounds());
  }

  private static void requireSame(Announcement own, String id, Announcement other) {
    own.differenceFrom(other)
        .ifPresent(
            difference -> {
              throw new StartException(
                  id
                      + ": "
                      + difference
                      + "; start all parts with the same file and settings, or name another"
                      + " network");
            });
  }

  /**
   * Returns whether all are ready for a run, or have nothing left to do.
   *
   * @param here the rounds that this process can go on from
   */
  boolean areReadyFor(String run, List<Long> here) {
    return announcements.haveAnnounced(
        ids, said -> said.run().equals(run) || hasNothingLeft(said, here));
  }

  private boolean hasNothingLeft(Announcement said, List<Long> here) {
    return said.state() == Announcement.State.FINISHED
        && said.rounds().stream().mapToLong(Long::longValue).max().orElse(0) == commonRound(here);
  }

  /** Returns whether all have done their rounds, or have gone. */
  boolean haveEnded() {
    Map<String, Announcement> present = announcements.present();
    return ids.stream()
        .map(present::get)
        .allMatch(said -> said == null || said.state() == Announcement.State.FINISHED);
  }

  /** Returns what to say when what some have announced last is not of a kind after so long. */
  StartException absence(Predicate<Announcement> kind, Duration timeout) {
    List<String> absent = new ArrayList<>(ids);
    absent.removeIf(id -> announcements.haveAnnounced(List.of(id), kind));
    Map<String, String> faults = announcements.faults();
    String fault = absent.stream().map(faults::get).filter(Objects::nonNull).findFirst().orElse("");
    return new StartException(
        "waited "
            + timeout.toSeconds()
            + " s for "
            + (absent.size() > 5
                ? absent.size() + " devices, the first of which is " + absent.get(0)
                : String.join(", ", absent))
            + (fault.isEmpty() ? "" : ", which announces what cannot be read: " + fault)
            + "; start the other parts with the same file, broker and network");
  }

  /** Waits until all have announced something. */
  void await(Duration timeout) throws InterruptedException {
    if (!announcements.await(() -> announcements.haveAnnounced(ids, any -> true), timeout)) {
      throw absence(any -> true, timeout);
    }
  }

  /** Returns the latest round that all can go on from, as far as it has been heard; 0 if none. */
  long commonSoFar(List<Long> here) {
    Map<String, Announcement> heard = heard();
    TreeSet<Long> common = new TreeSet<>(here);
    for (String id : ids) {
      common.retainAll(heard.containsKey(id) ? heard.get(id).rounds() : List.of());
    }
    return common.isEmpty() ? 0 : common.last();
  }

  private Map<String, Announcement> heard() {
    Map<String, Announcement> heard = announcements.everHeard();
    heard.keySet().retainAll(Set.copyOf(ids));
    return heard;
  }
}
