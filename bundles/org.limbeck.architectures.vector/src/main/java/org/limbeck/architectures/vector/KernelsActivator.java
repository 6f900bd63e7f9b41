package org.limbeck.architectures.vector;

import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.LoggerFactory;

/**
 * Chooses the kernels for the architectures of this bundle, and says which in the service property
 * {@value #KERNELS}.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>='org.limbeck.architectures.vector.Backend'",
    effective = "active")
public final class KernelsActivator implements BundleActivator {
  static final String KERNELS = "limbeck.kernels";

  @Override
  public void start(BundleContext context) {
    Backend backend = Backend.fastest();
    String kernels = backend.kernels().description();
    LoggerFactory.getLogger(KernelsActivator.class).info("kernels: {}", kernels);
    context.registerService(
        Backend.class, backend, FrameworkUtil.asDictionary(Map.of(KERNELS, kernels)));
  }

  /** The framework withdraws the service. */
  @Override
  public void stop(BundleContext context) {}
}
