package org.limbeck.health;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Carries out the health checks of the system that are tagged {@code limbeck}: services of type
 * {@code org.apache.felix.hc.api.HealthCheck}, which any bundle may offer. An OSGi service; safe
 * for use by several threads at once.
 */
@ProviderType
@FunctionalInterface
public interface HealthReport {

  /** Returns the outcome of every check, by name. A check that throws has failed. */
  List<CheckOutcome> outcomes();
}
