package org.limbeck.exchange.state;

import java.util.HashMap;
import java.util.Map;

/**
 * Lets all devices of a network hold one object as the public copy of a device, where nothing comes
 * between sending and receiving (decision 0012).
 */
public final class SharedPublicCopies implements PublicCopies {
  private final Map<Key, PublicCopy> copies = new HashMap<>();

  @Override
  public HeldCopy hold(CopyRequest request, ChannelStates states) {
    return new SharedCopy(
        copies.computeIfAbsent(
            new Key(request.channel(), request.name()), key -> states.copy(request)));
  }

  private record Key(int channel, String name) {}
}
