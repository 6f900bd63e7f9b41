package org.example.metered;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.testkit.TransportContract;

class MeteredTest extends TransportContract {

  @Override
  protected Transport transport() {
    return new Metered(10_000_000);
  }

  @Test
  void sendsNothingMoreOnceTheAllowanceIsUsedUp() {
    Metered metered = new Metered(25);
    AtomicInteger arrived = new AtomicInteger();
    Link a = metered.open("a", frame -> {});
    metered.open("b", frame -> arrived.incrementAndGet());
    for (int bytes : new int[] {10, 10, 10, 1}) {
      a.send(List.of("b"), ByteBuffer.allocate(bytes));
    }
    assertThat(arrived).as("frames that arrived").hasValue(2);
  }
}
