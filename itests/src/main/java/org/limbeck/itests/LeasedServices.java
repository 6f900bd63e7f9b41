package org.limbeck.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.osgi.framework.BundleContext;

/** The services that were made for runs. */
final class LeasedServices {
  private static final String OURS = "(limbeck.instance=*)";

  private LeasedServices() {}

  /** Configuration Admin tells components of a deleted configuration a little later. */
  static void requireNone(BundleContext context) throws Exception {
    for (int i = 0; i < 100 && context.getServiceReferences((String) null, OURS) != null; i++) {
      Thread.sleep(50);
    }
    assertThat(context.getServiceReferences((String) null, OURS)).isNull();
  }
}
