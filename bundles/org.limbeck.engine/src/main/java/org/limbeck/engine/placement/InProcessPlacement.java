package org.limbeck.engine.placement;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.endpoint.WaitingMemory;
import org.limbeck.exchange.security.KeyRing;

/**
 * All devices of an experiment live in this process.
 *
 * @param keys what frames are signed and checked with; empty if they are not
 * @param log tells what is refused
 * @param memory is for what waits
 */
public record InProcessPlacement(Optional<KeyRing> keys, RefusalLog log, WaitingMemory memory)
    implements DevicePlacement {

  /** Places devices whose frames are not signed. */
  public InProcessPlacement() {
    this(Optional.empty());
  }

  /** Places devices whose frames are signed, if there are keys. */
  public InProcessPlacement(Optional<KeyRing> keys) {
    this(keys, new RefusalLog(), new WaitingMemory());
  }

  @Override
  public List<Integer> places(int devices) {
    return IntStream.range(0, devices).boxed().toList();
  }

  @Override
  public Endpoint endpoint(Transport transport, String device, int n) {
    return Endpoint.open(transport, device, keys, log, memory);
  }
}
