package org.limbeck.exchange.startup;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.limbeck.api.event.NeighbourChanged.State;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.PeerAnnouncements;
import org.limbeck.exchange.discovery.PeerSession;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.endpoint.WaitingMemory;
import org.limbeck.exchange.security.KeyRing;

/**
 * Brings the devices of an experiment together that run in several processes, without anyone who
 * coordinates them. Closed, it closes their endpoints.
 *
 * <p>It has two phases. In the first each process announces its devices, with the experiment, their
 * sessions and the rounds that they can go on from, and waits until it has heard of all others;
 * then it says that it is ready for the run of these sessions, and waits until all others are ready
 * for the same run, or have finished and have nothing left to do. Who is ready has heard of all, so
 * that nobody begins before everybody has the same announcements, and all come to the same round,
 * the latest that all have. What was announced in another run is of another session, and so never
 * lets anybody begin. It ends because an announcement is kept for those who come later, and because
 * every wait has a timeout, which names who is missing. It costs two announcements for each device,
 * and in each process one endpoint that hears all others.
 */
public final class StartBarrier implements AutoCloseable {
  private static final Duration ANSWER_PAUSE = Duration.ofMillis(100);

  /** Within it a device announces again what it has said, if others have said something else. */
  private static final Duration SETTLING = Duration.ofSeconds(10);

  private final List<String> ids;
  private final List<Integer> places;
  private final Set<String> here;
  private final List<String> elsewhere;
  private Announcement announcement;
  private final Map<Integer, Endpoint> endpoints = new HashMap<>();
  private final Map<Integer, Integer> degrees = new HashMap<>();
  private final LongSupplier nanoTime;
  private Optional<String> agreed = Optional.empty();

  /** From when on others may have finished. */
  private long settled;

  /**
   * Opens places on a transport.
   *
   * @param ids the ids of all devices
   * @param places those of this process, by their places among all
   * @param announcement what they say of themselves
   * @param keys what announcements are signed and checked with; empty if they are not
   * @param log tells what is refused
   */
  public StartBarrier(
      Transport transport,
      List<String> ids,
      List<Integer> places,
      Announcement announcement,
      Optional<KeyRing> keys,
      RefusalLog log) {
    this(transport, ids, places, announcement, keys, log, System::nanoTime);
  }

  StartBarrier(
      Transport transport,
      List<String> ids,
      List<Integer> places,
      Announcement announcement,
      Optional<KeyRing> keys,
      RefusalLog log,
      LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.settled = nanoTime.getAsLong();
    this.ids = List.copyOf(ids);
    this.places = List.copyOf(places);
    this.here = places.stream().map(ids::get).collect(Collectors.toSet());
    this.elsewhere = ids.stream().filter(id -> !here.contains(id)).toList();
    this.announcement = announcement;
    try {
      WaitingMemory memory = new WaitingMemory();
      for (int n : places) {
        endpoints.put(n, open(transport, n, keys, log, memory));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** One of this process listens to all others: there may be very many. */
  private Endpoint open(
      Transport transport, int n, Optional<KeyRing> keys, RefusalLog log, WaitingMemory memory) {
    Set<String> others = endpoints.isEmpty() ? Set.copyOf(ids) : Set.of();
    return Endpoint.open(transport, ids.get(n), keys, log, memory, others);
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
    long deadline = System.nanoTime() + timeout.toNanos();
    announce(graph);
    others().await(timeout);
    RunProposal proposal = propose();
    while (!areReadyFor(proposal)) {
      if (!others().fit(announcement, proposal::isKnownTo)) {
        others().requireFit(announcement, proposal::isKnownTo);
      } else if (!proposal.sessions().equals(sessions())) {
        proposal = propose();
      } else if (!awaitNews(proposal, deadline)) {
        throw failure(proposal, timeout);
      }
    }
    others().requireFit(announcement, proposal::isKnownTo);
    namesakes().requireAlone(timeout);
    agreed = Optional.of(proposal.run());
    return others().commonRound(announcement.rounds());
  }

  private RunProposal propose() {
    RunProposal proposal = RunProposal.of(announcement.experiment(), sessions());
    announceReadyFor(proposal.run());
    return proposal;
  }

  private boolean areReadyFor(RunProposal proposal) {
    return others().areReadyFor(proposal.run(), announcement.rounds());
  }

  /** Only now what is wrong may count that was said in another run, perhaps. */
  private StartException failure(RunProposal proposal, Duration timeout) {
    namesakes().requireUnheard();
    others().requireFit(announcement, any -> true);
    return others().absence(said -> said.run().equals(proposal.run()), timeout);
  }

  /** Returns what identifies the run that all have agreed on; empty if there was no agreement. */
  public Optional<String> agreedRun() {
    return agreed;
  }

  /** Returns what identifies the experiment. */
  public String experiment() {
    return announcement.experiment();
  }

  /** Returns the sessions of all devices, as they have been heard of last. */
  private NavigableMap<String, PeerSession> sessions() {
    NavigableMap<String, PeerSession> sessions = announcements().sessions(elsewhere);
    for (int n : places) {
      sessions.put(ids.get(n), endpoints.get(n).announcer().session());
    }
    return sessions;
  }

  /** There may be thousands of devices, and this is asked whenever one announces something. */
  private boolean awaitNews(RunProposal proposal, long deadline) throws InterruptedException {
    return announcements()
        .await(
            () ->
                areReadyFor(proposal)
                    || !sessions().equals(proposal.sessions())
                    || !others().fit(announcement, proposal::isKnownTo),
            Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
  }

  /** Tells all that the devices of this process are there, and waits for nobody. */
  public void join(Optional<Graph> graph) {
    settled = nanoTime.getAsLong() + SETTLING.toNanos();
    announce(graph);
    announceReadyFor("");
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
      endpoints.get(n).announcer().announce(announcement.withDegree(degree));
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
  private void announceReadyFor(String run) {
    announcement = announcement.readyFor(run);
    announceAgain();
  }

  private void announceAgain() {
    endpoints.forEach(
        (n, endpoint) -> {
          Announcement last = announcement.withDegree(degrees.getOrDefault(n, 0));
          endpoint.announcer().announce(last);
        });
  }

  /**
   * Returns the latest round that all can go on from, as far as it has been heard: whatever others
   * do meanwhile, they can go on from this one or from a later one that all have.
   *
   * @param here the rounds that the devices of this process can go on from
   */
  public long common(List<Long> here) {
    return others().commonSoFar(here);
  }

  /** Returns whether a device is there, may come, or has done all its rounds and is gone. */
  public State presence(String device) {
    return here.contains(device) ? State.PRESENT : announcements().presence(device);
  }

  /**
   * Returns whether all devices of other processes have done their rounds. A process that has just
   * joined cannot tell yet whether what it hears is of their latest sessions.
   */
  public boolean othersHaveFinished() {
    return nanoTime.getAsLong() - settled >= 0 && announcements().haveFinished(elsewhere);
  }

  /** Tells all others that the devices of this process have done their rounds. */
  public void finish() {
    endpoints
        .values()
        .forEach(
            endpoint ->
                endpoint.announcer().announce(announcement.as(Announcement.State.FINISHED)));
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
      while (!announcements().await(others()::haveEnded, ANSWER_PAUSE)
          && System.nanoTime() - end < 0) {
        answering.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    endpoints.values().forEach(Endpoint::close);
  }

  private OtherParts others() {
    return new OtherParts(announcements(), elsewhere);
  }

  private NamesakeCheck namesakes() {
    return new NamesakeCheck(endpoints.values());
  }

  private PeerAnnouncements announcements() {
    return endpoints.get(places.get(0)).inbox().announcements();
  }
}
