package org.limbeck.engine.membership;

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
import org.limbeck.engine.device.Station;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.PluginChoice;
import org.limbeck.engine.wiring.Complaint;

/**
 * Brings the devices of an experiment together that run in several processes, without anyone who
 * coordinates them: each announces itself, and begins when it has heard of all. Closed, it closes
 * their places on the transport.
 */
public final class Gathering implements AutoCloseable {
  private final PluginChoice choice;
  private final List<String> ids;
  private final Part part;
  private final List<String> elsewhere;
  private Announcement announcement;
  private final Map<Integer, Station> stations = new HashMap<>();
  private final Map<Integer, Integer> degrees = new HashMap<>();

  /**
   * Opens places on a transport.
   *
   * @param choice the transport as it was chosen, to blame it
   * @param ids the ids of all devices
   * @param part the devices of this process
   * @param announcement what they say of themselves
   */
  public Gathering(
      PluginChoice choice,
      Transport transport,
      List<String> ids,
      Part part,
      Announcement announcement) {
    this.choice = choice;
    this.ids = List.copyOf(ids);
    this.part = part;
    this.elsewhere = elsewhere(ids, part);
    this.announcement = announcement;
    try {
      for (int n : part.places()) {
        stations.put(n, Complaint.blaming(choice, () -> open(transport, n)));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** One of this process listens to all others: there may be very many. */
  private Station open(Transport transport, int n) {
    return stations.isEmpty()
        ? Station.open(transport, ids.get(n))
        : Station.open(transport, ids.get(n), Set.of());
  }

  /** Returns the place of device n of this process. */
  public Station station(int n) {
    return stations.get(n);
  }

  /**
   * Tells all that the devices of this process are there, and waits until all others are.
   *
   * @param graph who is whose neighbour; empty where that varies with time
   * @return the latest round that all can go on from
   * @throws InvalidInputException if one does not come, is in another experiment, or runs twice
   */
  public long gather(Optional<Graph> graph, Duration patience) throws InterruptedException {
    announce(graph);
    TreeSet<Long> common = new TreeSet<>(announcement.rounds());
    for (Map.Entry<String, Announcement> other : await(heard -> true, patience).entrySet()) {
      requireSame(other.getKey(), other.getValue());
      common.retainAll(other.getValue().rounds());
    }
    if (common.isEmpty()) {
      throw Complaint.about(
          choice,
          "there is no round that all parts can go on from: here there is "
              + announcement.rounds()
              + "; begin the experiment anew, in new folders");
    }
    announceReady();
    await(heard -> heard.state() != Announcement.State.PRESENT, patience);
    requireAlone(patience);
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
    for (int n : part.places()) {
      int degree = graph.map(g -> g.neighbours(n).length).orElse(ids.size() - 1);
      degrees.put(n, degree);
      stations.get(n).link().announce(announcement.withDegree(degree).encode());
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
    stations.forEach(
        (n, station) -> {
          Announcement last = announcement.withDegree(degrees.getOrDefault(n, 0));
          station.link().announce(last.encode());
        });
  }

  /**
   * Returns the latest round that all can go on from, as far as it has been heard: whatever others
   * do meanwhile, they can go on from this one or from a later one that all have.
   *
   * @param here the rounds that the devices of this process can go on from
   */
  public long common(List<Long> here) {
    Map<String, Announcement> heard = roster().everHeard();
    TreeSet<Long> common = new TreeSet<>(here);
    for (String id : elsewhere) {
      common.retainAll(heard.containsKey(id) ? heard.get(id).rounds() : List.of());
    }
    return common.isEmpty() ? 0 : common.last();
  }

  /** Returns whether all devices of other processes have done their rounds. */
  public boolean othersHaveFinished() {
    return roster().haveFinished(elsewhere);
  }

  /** Tells all others that the devices of this process have done their rounds. */
  public void finish() {
    stations
        .values()
        .forEach(
            station ->
                station.link().announce(announcement.as(Announcement.State.FINISHED).encode()));
  }

  @Override
  public void close() {
    stations.values().forEach(Station::close);
  }

  private Roster roster() {
    return stations.get(part.places().get(0)).inbox().roster();
  }

  /** Waits until what all devices elsewhere have announced last is of a kind, and returns that. */
  private Map<String, Announcement> await(Predicate<Announcement> kind, Duration patience)
      throws InterruptedException {
    Roster roster = roster();
    if (!roster.await(() -> roster.haveAnnounced(elsewhere, kind), patience)) {
      throw absent(roster, kind, patience);
    }
    Map<String, Announcement> heard = roster.everHeard();
    heard.keySet().retainAll(elsewhere);
    return heard;
  }

  private static List<String> elsewhere(List<String> ids, Part part) {
    Set<Integer> here = new HashSet<>(part.places());
    return IntStream.range(0, ids.size())
        .filter(n -> !here.contains(n))
        .mapToObj(ids::get)
        .toList();
  }

  /** One that was killed may be taken for alive for a while. */
  private void requireAlone(Duration patience) throws InterruptedException {
    for (int n : part.places()) {
      Roster roster = stations.get(n).inbox().roster();
      if (!roster.await(() -> roster.of(ids.get(n)).isEmpty(), patience)) {
        throw Complaint.about(
            choice,
            ids.get(n)
                + " runs in another process too: every device is in one part; or name another"
                + " network");
      }
    }
  }

  private InvalidInputException absent(
      Roster roster, Predicate<Announcement> kind, Duration patience) {
    List<String> absent = new ArrayList<>(elsewhere);
    absent.removeIf(id -> roster.haveAnnounced(List.of(id), kind));
    Map<String, String> faults = roster.faults();
    String fault = absent.stream().map(faults::get).filter(f -> f != null).findFirst().orElse("");
    return Complaint.about(
        choice,
        "waited "
            + patience.toSeconds()
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
              throw Complaint.about(
                  choice,
                  id
                      + ": "
                      + difference
                      + "; start all parts with the same file and settings, or name another"
                      + " network");
            });
  }
}
