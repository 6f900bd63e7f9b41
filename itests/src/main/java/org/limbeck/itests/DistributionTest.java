package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** The bundles of the distribution, together in one framework. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class DistributionTest {

  /** A lazily activated bundle is starting until a class of it is loaded. */
  private static final int STARTED = Bundle.ACTIVE | Bundle.STARTING;

  @Test
  void allBundlesAreStarted(@InjectBundleContext BundleContext context) {
    List<Bundle> idle =
        Arrays.stream(context.getBundles())
            .filter(bundle -> bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null)
            .filter(bundle -> (bundle.getState() & STARTED) == 0)
            .toList();

    assertThat(idle).isEmpty();
  }

  @Test
  @SuppressWarnings("rawtypes")
  void theCommandLineIsOffered(
      @InjectService(filter = "(limbeck.main=true)", timeout = 10_000)
          ServiceAware<ToIntFunction> command) {
    assertThat(command.getServices()).hasSize(1);
  }
}
