package org.limbeck.engine.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.limbeck.exchange.channel.PublicCopy;
import org.limbeck.exchange.channel.PublicCopySource;
import org.limbeck.exchange.channel.SerializedState;

/**
 * The public copies that a device goes on with when the wiring around it has changed. A sender whom
 * someone new follows starts again from zero, for all who follow it, as the new one cannot know its
 * earlier differences.
 *
 * @param former the device before
 * @param restarted the senders who start again
 */
public record RetainedCopies(DeviceRuntime former, Set<String> restarted)
    implements PublicCopySource {

  @Override
  public byte[] more(int channel) {
    if (channel >= former.channels().size()) {
      return FRESH.more(channel);
    }
    try {
      return SerializedState.of(former.channels().get(channel)::saveMore);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PublicCopy copy(int channel, String device, int rows, int width) {
    if (restarted.contains(device) || channel >= former.channels().size()) {
      return FRESH.copy(channel, device, rows, width);
    }
    return former
        .channels()
        .get(channel)
        .copyOf(device)
        .filter(copy -> copy.hasSize(rows, width))
        .orElseGet(() -> FRESH.copy(channel, device, rows, width));
  }
}
