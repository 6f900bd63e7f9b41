package org.limbeck.transport.mqtt;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.limbeck.api.transport.Transport;
import org.limbeck.testkit.TransportContract;

/** What the transport promises, by way of a broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokerContract {
  private final AtomicInteger networks = new AtomicInteger();

  /** Returns the address of the broker. */
  abstract String url();

  private abstract class Contract extends TransportContract {
    private MqttTransport transport;

    abstract boolean broadcast();

    @Override
    protected Transport transport() {
      transport =
          new TransportSetup(url())
              .network("contract-" + networks.getAndIncrement())
              .broadcast(broadcast())
              .transport();
      return transport;
    }

    @AfterEach
    void close() {
      transport.close();
    }
  }

  @Nested
  class Broadcasting extends Contract {
    @Override
    boolean broadcast() {
      return true;
    }
  }

  @Nested
  class ToEachReceiver extends Contract {
    @Override
    boolean broadcast() {
      return false;
    }
  }
}
