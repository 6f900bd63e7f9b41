package org.limbeck.exchange.channel;

import java.util.HashMap;
import java.util.Map;
import org.limbeck.api.algorithm.Scratch;

/** The buffers that the devices share whom one worker serves. Used by one thread at a time. */
public final class Workspace {
  private final Map<Scratch<?>, Object> buffers = new HashMap<>();

  /** Returns the buffers of a kind, which are made when first asked for. */
  @SuppressWarnings("unchecked")
  public <T> T scratch(Scratch<T> kind) {
    Object made = buffers.get(kind);
    if (made == null) {
      made = kind.make();
      buffers.put(kind, made);
    }
    return (T) made;
  }

  /** Lets go of all buffers, and of the classes of those who made them. */
  public void clear() {
    buffers.clear();
  }
}
