package org.limbeck.dl4j;

import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Lets DL4J and ND4J find their own classes and resources in this bundle. */
public final class Activator implements BundleActivator {

  @Override
  public void start(BundleContext context) {
    ClassLoader loader = Activator.class.getClassLoader();
    ND4JClassLoading.setNd4jClassloader(loader);
    DL4JClassLoading.setDl4jClassloader(loader);
  }

  @Override
  public void stop(BundleContext context) {}
}
