package org.limbeck.engine.binding;

import java.util.LinkedHashMap;
import java.util.Map;

/** Services that took the place of others, on trial until they are kept. */
public final class ServiceRenewal implements AutoCloseable {
  private final Map<ServiceLease, ServiceLease.Taken> before = new LinkedHashMap<>();

  ServiceRenewal() {}

  void renew(ServiceLease lease) {
    before.put(lease, lease.taken());
    lease.renew();
  }

  /** Keeps the new services. */
  public void keep() {
    before.clear();
  }

  /** Goes back to the services before, unless the new ones are kept. */
  @Override
  public void close() {
    before.forEach(ServiceLease::goBackTo);
    before.clear();
  }
}
