package org.limbeck.engine.placement;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.security.KeyRing;

/**
 * All devices of an experiment live in this process.
 *
 * @param keys what frames are signed and checked with; empty if they are not
 * @param log tells what is refused
 */
public record InProcessPlacement(Optional<KeyRing> keys, RefusalLog log)
    implements DevicePlacement {

  /** Places devices whose frames are not signed. */
  public InProcessPlacement() {
    this(Optional.empty(), new RefusalLog());
  }

  @Override
  public List<Integer> places(int devices) {
    return IntStream.range(0, devices).boxed().toList();
  }

  @Override
  public Endpoint endpoint(Transport transport, String device, int n) {
    return Endpoint.open(transport, device, keys, log);
  }
}
