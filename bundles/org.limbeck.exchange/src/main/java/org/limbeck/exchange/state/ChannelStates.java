package org.limbeck.exchange.state;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The states of the channels of some devices, from which the channels of their successors begin. A
 * device that does not keep the public copy of a sender, as all share one, begins with that which
 * the sender keeps.
 */
public final class ChannelStates {
  /** There are none: all channels begin anew. */
  public static final ChannelStates NONE =
      new ChannelStates(Map.of(), Set.of(), CopyRequest::begin);

  private final Map<String, List<ChannelState>> devices;
  private final Set<String> restarted;
  private final Function<CopyRequest, PublicCopy> missing;

  private ChannelStates(
      Map<String, List<ChannelState>> devices,
      Set<String> restarted,
      Function<CopyRequest, PublicCopy> missing) {
    this.devices = Map.copyOf(devices);
    this.restarted = Set.copyOf(restarted);
    this.missing = missing;
  }

  /** Returns the states of devices that were saved; all copies that are asked for must be there. */
  public static ChannelStates saved(Map<String, List<ChannelState>> devices) {
    return new ChannelStates(devices, Set.of(), ChannelStates::refuse);
  }

  /**
   * Returns the states of devices that go on in another network. What is missing begins anew, and
   * so does a server.
   *
   * @param restarted the senders who start again from zero, for all who follow them: whom someone
   *     new follows, as the new one cannot know their earlier differences
   */
  public static ChannelStates kept(Map<String, List<ChannelState>> devices, Set<String> restarted) {
    Set<String> all = new HashSet<>(restarted);
    all.add(ChannelState.Server.ID);
    return new ChannelStates(devices, all, CopyRequest::begin);
  }

  /**
   * Returns the public copy that was kept, and not a copy of it.
   *
   * @throws IllegalStateException if it was not saved
   */
  public PublicCopy copy(CopyRequest request) {
    return find(request).orElseGet(() -> missing.apply(request));
  }

  /**
   * Returns a public copy that nobody else holds.
   *
   * @throws IllegalStateException if it was not saved
   */
  public PublicCopy duplicate(CopyRequest request) {
    return find(request).map(PublicCopy::duplicate).orElseGet(() -> missing.apply(request));
  }

  /** Returns what a channel of a device that waits for nobody has kept. */
  public Optional<ChannelState.Async> async(String device, int channel) {
    return channel(device, channel)
        .filter(ChannelState.Async.class::isInstance)
        .map(ChannelState.Async.class::cast);
  }

  private Optional<PublicCopy> find(CopyRequest request) {
    if (restarted.contains(request.sender())) {
      return Optional.empty();
    }
    return copy(request.device(), request)
        .or(() -> copy(request.sender(), request))
        .filter(copy -> copy.hasSize(request.rows(), request.width()));
  }

  private Optional<PublicCopy> copy(String holder, CopyRequest request) {
    return channel(holder, request.channel()).map(state -> state.copies().get(request.name()));
  }

  private Optional<ChannelState> channel(String device, int number) {
    List<ChannelState> channels = devices.getOrDefault(device, List.of());
    return number < channels.size() ? Optional.of(channels.get(number)) : Optional.empty();
  }

  private static PublicCopy refuse(CopyRequest request) {
    throw new IllegalStateException(
        "the saved state has no channel "
            + request.channel()
            + " of "
            + request.sender()
            + " with "
            + request.rows()
            + " rows of "
            + request.width());
  }
}
