package org.limbeck.exchange.channel;

import java.io.DataInput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The public copies that the channels of a device had when they were saved. */
public final class SavedCopies implements PublicCopySource {
  private final Map<Integer, Map<String, PublicCopy>> channels = new HashMap<>();
  private final Map<Integer, byte[]> more = new HashMap<>();

  public static SavedCopies read(DataInput in) throws IOException {
    SavedCopies saved = new SavedCopies();
    int count = in.readInt();
    for (int channel = 0; channel < count; channel++) {
      saved.channels.put(channel, readChannel(in));
      byte[] more = new byte[in.readInt()];
      in.readFully(more);
      saved.more.put(channel, more);
    }
    return saved;
  }

  private static Map<String, PublicCopy> readChannel(DataInput in) throws IOException {
    int rows = in.readInt();
    int width = in.readInt();
    Map<String, PublicCopy> copies = new HashMap<>();
    for (int count = in.readInt(); count > 0; count--) {
      String device = in.readUTF();
      PublicCopy copy = new PublicCopy(rows, width);
      copy.restore(in);
      copies.put(device, copy);
    }
    return copies;
  }

  /** Returns whether the copy of a device is there; where copies are shared, only its own is. */
  public boolean has(int channel, String device) {
    return channels.getOrDefault(channel, Map.of()).containsKey(device);
  }

  @Override
  public byte[] more(int channel) {
    return more.getOrDefault(channel, new byte[0]);
  }

  @Override
  public PublicCopy copy(int channel, String device, int rows, int width) {
    PublicCopy copy = channels.getOrDefault(channel, Map.of()).get(device);
    if (copy == null || !copy.hasSize(rows, width)) {
      throw new IllegalStateException(
          "the saved state has no channel "
              + channel
              + " of "
              + device
              + " with "
              + rows
              + " rows of "
              + width);
    }
    return copy;
  }
}
