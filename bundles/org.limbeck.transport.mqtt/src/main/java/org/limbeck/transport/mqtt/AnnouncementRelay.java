package org.limbeck.transport.mqtt;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.api.transport.FrameSink;

/**
 * What the devices of the network announce, as the links of this process are told. An announcement
 * holds as long as the process that made it is alive, in whatever order the two are heard, and
 * until the same process says something else for the device; where several processes speak for one
 * device, what was said last is told, and to the device itself what others said. Safe for use by
 * several threads.
 */
final class AnnouncementRelay {
  private static final byte[] NOTHING = {};

  /**
   * The most devices that are remembered where nobody asks for them by their ids, and the most
   * processes through which none has announced anything yet: others can make up names.
   */
  private static final int MOST_NAMES = 4096;

  private static final int MOST_PROCESSES = 8;

  private final String self;

  /** What processes said for each device, what was said last at the end. */
  private final Map<String, Map<String, byte[]>> heard = new HashMap<>();

  private final Map<String, Long> lastSigns = new HashMap<>();
  private final Map<String, Listener> listeners = new HashMap<>();

  /**
   * A device of this process.
   *
   * @param others whom it is told of, beside those that use its own name; empty: of all
   * @param told what it was told last of each other that has not gone
   */
  private record Listener(
      String device, FrameSink sink, Optional<Set<String>> others, Map<String, byte[]> told) {

    boolean minds(String announcer) {
      return others.isEmpty() || asksFor(announcer);
    }

    boolean asksFor(String announcer) {
      return others.map(ids -> ids.contains(announcer)).orElse(false) || announcer.equals(device);
    }

    void tell(String announcer, byte[] said) {
      byte[] before = said.length == 0 ? told.remove(announcer) : told.put(announcer, said);
      if (!Arrays.equals(before == null ? NOTHING : before, said)) {
        sink.announcement(announcer, ByteBuffer.wrap(said).asReadOnlyBuffer());
      }
    }
  }

  /** Makes what the links of a process are told. */
  AnnouncementRelay(String self) {
    this.self = self;
  }

  /**
   * Tells a device what the others have announced, and what they announce from now on; and what
   * another process announces in its name.
   *
   * @param others which others; empty: all
   */
  synchronized void join(String device, FrameSink sink, Optional<Set<String>> others) {
    Listener listener = new Listener(device, sink, others, new HashMap<>());
    listeners.put(device, listener);
    heard.keySet().forEach(announcer -> review(listener, announcer));
  }

  /**
   * Tells a device that has joined of some others from now on.
   *
   * @return those that it was not told of before
   */
  synchronized Set<String> mind(String device, Set<String> others) {
    Listener before = listeners.get(device);
    if (before == null) {
      return Set.of();
    }
    Listener listener =
        new Listener(device, before.sink, Optional.of(Set.copyOf(others)), before.told);
    listeners.put(device, listener);
    before.told.keySet().removeIf(announcer -> !listener.minds(announcer));
    heard.keySet().forEach(announcer -> review(listener, announcer));
    return others.stream().filter(id -> !before.minds(id)).collect(Collectors.toSet());
  }

  synchronized void leave(String device) {
    listeners.remove(device);
  }

  /** Returns the processes that announcements were made through. */
  synchronized Set<String> processes() {
    return heard.values().stream()
        .flatMap(said -> said.keySet().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Returns the processes that announcements were made through, and of which signs of life may have
   * been overlooked, as there were too many of others.
   */
  synchronized Set<String> overlooked() {
    if (lastSigns.size() < MOST_NAMES) {
      return Set.of();
    }
    Set<String> silent = new HashSet<>(processes());
    silent.removeAll(lastSigns.keySet());
    return silent;
  }

  /** Takes note of what a device said through a process; nothing: it takes it back. */
  synchronized void said(String device, String process, byte[] said) {
    if (!heard.containsKey(device) && !hasPlace(device)) {
      return;
    }
    Map<String, byte[]> all = heard.computeIfAbsent(device, d -> new LinkedHashMap<>());
    all.remove(process);
    if (said.length > 0) {
      forgetTheDead(all, process);
      forgetTheOldest(all);
      all.put(process, said);
    }
    review(device);
    if (all.isEmpty()) {
      heard.remove(device);
    }
  }

  /** One that another process takes the place of; not by this one: its sign may still come. */
  private void forgetTheDead(Map<String, byte[]> all, String successor) {
    if (!successor.equals(self)) {
      all.keySet().removeIf(process -> !process.equals(self) && !lastSigns.containsKey(process));
    }
  }

  /** Others can make up processes: whoever comes last finds a place. */
  private void forgetTheOldest(Map<String, byte[]> all) {
    if (all.size() >= MOST_PROCESSES) {
      all.keySet().stream()
          .filter(process -> !process.equals(self))
          .findFirst()
          .ifPresent(all::remove);
    }
  }

  /** What nobody minds takes no other's place, and what is asked for finds one. */
  private boolean hasPlace(String device) {
    return listeners.values().stream().anyMatch(listener -> listener.asksFor(device))
        || (heard.size() < MOST_NAMES && isMinded(device));
  }

  private boolean isMinded(String device) {
    return listeners.isEmpty()
        || listeners.values().stream().anyMatch(listener -> listener.minds(device));
  }

  private boolean hasSpoken(String process) {
    return heard.values().stream().anyMatch(all -> all.containsKey(process));
  }

  /** Takes note of a sign of life. */
  synchronized void alive(String process, long now) {
    if (!lastSigns.containsKey(process) && lastSigns.size() >= MOST_NAMES && !hasSpoken(process)) {
      return;
    }
    if (lastSigns.put(process, now) == null) {
      reviewAll();
    }
  }

  synchronized void lost(String process) {
    if (lastSigns.remove(process) != null) {
      reviewAll();
    }
  }

  /** Takes those for lost that have given no sign of life since a time. */
  synchronized void sweep(long since) {
    if (lastSigns.values().removeIf(last -> last - since < 0)) {
      reviewAll();
    }
  }

  /** Those of this process first: who hears of others must know who else uses its own name. */
  private void reviewAll() {
    Set<String> devices = new LinkedHashSet<>(listeners.keySet());
    devices.addAll(heard.keySet());
    devices.forEach(this::review);
  }

  private void review(String device) {
    listeners.values().forEach(listener -> review(listener, device));
  }

  /** Tells one what has changed of what holds. */
  private void review(Listener listener, String announcer) {
    if (listener.minds(announcer)) {
      listener.tell(announcer, holding(announcer, listener.device.equals(announcer)));
    }
  }

  /** Returns what was said last by a process that is alive, or by such a one elsewhere. */
  private byte[] holding(String announcer, boolean elsewhere) {
    byte[] holding = NOTHING;
    for (Map.Entry<String, byte[]> said : heard.getOrDefault(announcer, Map.of()).entrySet()) {
      boolean counts = !elsewhere || !said.getKey().equals(self);
      if (counts && lastSigns.containsKey(said.getKey())) {
        holding = said.getValue();
      }
    }
    return holding;
  }
}
