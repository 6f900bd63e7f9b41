package org.limbeck.engine.device;

import java.util.Optional;
import org.limbeck.exchange.security.KeyRing;

/**
 * What tells the devices of this process from all others.
 *
 * @param secret what the random streams of a device depend on beside the seed that others know; 0
 *     for nothing
 * @param keys what frames are signed and checked with; empty if they are not
 */
public record Credentials(long secret, Optional<KeyRing> keys) {
  /** No secret, and no keys. */
  public static final Credentials NONE = new Credentials(0, Optional.empty());
}
