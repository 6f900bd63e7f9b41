package org.limbeck.exchange.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.PeerAnnouncements;
import org.limbeck.exchange.endpoint.Endpoint;

/**
 * Brings the devices of an experiment together that run in several processes, without anyone who
 * coordinates them. Closed, it closes their endpoints.
 *
 * <p>It has two phases. In the first each process announces its devices, with the experiment and
 * the rounds that they can go on from, and waits until it has heard of all others; then it says
 * that it is ready, and waits until all others have said so, or have finished. Who is ready has
 * heard of all, so that nobody begins before everybody has the same announcements, and all come to
 * the same round, the latest that all have. It ends because an announcement is kept for those who
 * come later, and because every wait has a timeout, which names who is missing. It costs two
 * announcements for each device, and in each process one endpoint that hears all others.
 */
public final class StartBarrier implements AutoCloseable {
  private static final Duration ANSWER_PAUSE = Duration.ofMillis(100);

  private final List<String> ids;
  private final List<Integer> places;
  private final List<String> elsewhere;
  private Announcement announcement;
  private final Map<Integer, Endpoint> endpoints = new HashMap<>();
  private final Map<Integer, Integer> degrees = new HashMap<>();

  /**
   * Opens places on a transport.
   *
   * @param ids the ids of all devices
   * @param places those of this process, by their places among all
   * @param announcement what they say of themselves
   */
  public StartBarrier(
      Transport transport, List<String> ids, List<Integer> places, Announcement announcement) {
    this.ids = List.copyOf(ids);
    this.places = List.copyOf(places);
    this.elsewhere = elsewhere(ids, places);
    this.announcement = announcement;
    try {
      for (int n : places) {
        endpoints.put(n, open(transport, n));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** One of this process listens to all others: there may be very many. */
  private Endpoint open(Transport transport, int n) {
    return endpoints.isEmpty()
        ? Endpoint.open(transport, ids.get(n))
        : Endpoint.open(transport, ids.get(n), Set.of());
  }

  /** Returns the place of device n of this process. */
  public Endpoint endpoint(int n) {
    return endpoints.get(n);
  }

  /**
   * Tells all that the devices of this process are there, and waits until all others are.
   *
   * @param graph who is whose neighbour; empty where that varies with time
   * @return the latest round that all can go on from
   * @throws StartException if one does not come, is in another experiment, or runs twice
   */
  public long gather(Optional<Graph> graph, Duration timeout) throws InterruptedException {
    announce(graph);
    TreeSet<Long> common = new TreeSet<>(announcement.rounds());
    for (Map.Entry<String, Announcement> other : await(heard -> true, timeout).entrySet()) {
      requireSame(other.getKey(), other.getValue());
      common.retainAll(other.getValue().rounds());
    }
    if (common.isEmpty()) {
      throw new StartException(
          "there is no round that all parts can go on from: here there is "
              + announcement.rounds()
              + "; begin the experiment anew, in new folders");
    }
    announceReady();
    await(heard -> heard.state() != Announcement.State.PRESENT, timeout);
    requireAlone(timeout);
    return common.last();
  }

  /** Tells all that the devices of this process are there, and waits for nobody. */
  public void join(Optional<Graph> graph) {
    announce(graph);
    announceReady();
  }

  /**
   * Tells all that the devices of this process are there.
   *
   * @param graph who is whose neighbour; empty where that varies with time
   */
  public void announce(Optional<Graph> graph) {
    for (int n : places) {
      int degree = graph.map(g -> g.neighbours(n).length).orElse(ids.size() - 1);
      degrees.put(n, degree);
      endpoints.get(n).link().announce(announcement.withDegree(degree).encode());
    }
  }

  /** Tells all which rounds the devices of this process can go on from now. */
  public void announce(List<Long> rounds) {
    announcement = announcement.from(rounds);
    announceAgain();
  }

  /**
   * Who is ready has announced all its devices before, and so whoever hears that knows of each of
   * them.
   */
  private void announceReady() {
    announcement = announcement.as(Announcement.State.READY);
    announceAgain();
  }

  private void announceAgain() {
    endpoints.forEach(
        (n, endpoint) -> {
          Announcement last = announcement.withDegree(degrees.getOrDefault(n, 0));
          endpoint.link().announce(last.encode());
        });
  }

  /**
   * Returns the latest round that all can go on from, as far as it has been heard: whatever others
   * do meanwhile, they can go on from this one or from a later one that all have.
   *
   * @param here the rounds that the devices of this process can go on from
   */
  public long common(List<Long> here) {
    Map<String, Announcement> heard = announcements().everHeard();
    TreeSet<Long> common = new TreeSet<>(here);
    for (String id : elsewhere) {
      common.retainAll(heard.containsKey(id) ? heard.get(id).rounds() : List.of());
    }
    return common.isEmpty() ? 0 : common.last();
  }

  /** Returns whether all devices of other processes have done their rounds. */
  public boolean othersHaveFinished() {
    return announcements().haveFinished(elsewhere);
  }

  /** Tells all others that the devices of this process have done their rounds. */
  public void finish() {
    endpoints
        .values()
        .forEach(
            endpoint ->
                endpoint.link().announce(announcement.as(Announcement.State.FINISHED).encode()));
  }

  /**
   * Waits until all devices of other processes have done their rounds, or have gone: the last frame
   * that one of them needs may have been lost. An interruption ends the wait.
   *
   * @param answering is run several times a second
   */
  public void awaitEnd(Runnable answering, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    try {
      while (!announcements().await(this::othersHaveEnded, ANSWER_PAUSE)
          && System.nanoTime() - end < 0) {
        answering.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean othersHaveEnded() {
    Map<String, Announcement> present = announcements().present();
    return elsewhere.stream()
        .map(present::get)
        .allMatch(said -> said == null || said.state() == Announcement.State.FINISHED);
  }

  @Override
  public void close() {
    endpoints.values().forEach(Endpoint::close);
  }

  private PeerAnnouncements announcements() {
    return endpoints.get(places.get(0)).inbox().announcements();
  }

  /** Waits until what all devices elsewhere have announced last is of a kind, and returns that. */
  private Map<String, Announcement> await(Predicate<Announcement> kind, Duration timeout)
      throws InterruptedException {
    PeerAnnouncements announcements = announcements();
    if (!announcements.await(() -> announcements.haveAnnounced(elsewhere, kind), timeout)) {
      throw absent(announcements, kind, timeout);
    }
    Map<String, Announcement> heard = announcements.everHeard();
    heard.keySet().retainAll(elsewhere);
    return heard;
  }

  private static List<String> elsewhere(List<String> ids, List<Integer> places) {
    Set<Integer> here = new HashSet<>(places);
    return IntStream.range(0, ids.size())
        .filter(n -> !here.contains(n))
        .mapToObj(ids::get)
        .toList();
  }

  /** One that was killed may be taken for alive for a while. */
  private void requireAlone(Duration timeout) throws InterruptedException {
    for (int n : places) {
      PeerAnnouncements announcements = endpoints.get(n).inbox().announcements();
      if (!announcements.await(() -> announcements.of(ids.get(n)).isEmpty(), timeout)) {
        throw new StartException(
            ids.get(n)
                + " runs in another process too: every device is in one part; or name another"
                + " network");
      }
    }
  }

  private StartException absent(
      PeerAnnouncements announcements, Predicate<Announcement> kind, Duration timeout) {
    List<String> absent = new ArrayList<>(elsewhere);
    absent.removeIf(id -> announcements.haveAnnounced(List.of(id), kind));
    Map<String, String> faults = announcements.faults();
    String fault = absent.stream().map(faults::get).filter(f -> f != null).findFirst().orElse("");
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

  private void requireSame(String id, Announcement other) {
    announcement
        .differenceFrom(other)
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
}
