package org.limbeck.engine.device;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.exchange.channel.PublicCopy;
import org.limbeck.exchange.channel.PublicCopySource;
import org.limbeck.exchange.channel.SavedCopies;

/** The public copies that the devices of a network had when they were saved. */
public final class SavedNetworkCopies {
  private final Map<String, SavedCopies> saved = new HashMap<>();

  private SavedNetworkCopies() {}

  /** Reads the copies of all devices. */
  public static SavedNetworkCopies of(List<DeviceState> devices) throws IOException {
    SavedNetworkCopies network = new SavedNetworkCopies();
    for (DeviceState device : devices) {
      network.saved.put(device.id(), device.copies());
    }
    return network;
  }

  /** Returns the copies of a device; where they were shared, those that the others saved. */
  public PublicCopySource of(String device) {
    SavedCopies own = saved.get(device);
    return new PublicCopySource() {
      @Override
      public PublicCopy copy(int channel, String sender, int rows, int width) {
        SavedCopies holder = own.has(channel, sender) ? own : saved.getOrDefault(sender, own);
        return holder.copy(channel, sender, rows, width);
      }

      @Override
      public byte[] more(int channel) {
        return own.more(channel);
      }
    };
  }
}
