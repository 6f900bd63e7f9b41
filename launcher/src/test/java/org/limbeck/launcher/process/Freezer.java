package org.limbeck.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A bundle that stops a run at an event, until it is interrupted, and makes a file to say so. Does
 * nothing unless the environment names both.
 */
public final class Freezer implements BundleActivator, RunObserver {
  /** How the text of the event begins. */
  public static final String EVENT = "FREEZE_AT";

  /** The file. */
  public static final String SIGN = "FREEZE_SIGN";

  @Override
  public void start(BundleContext context) {
    if (System.getenv(EVENT) != null) {
      context.registerService(RunObserver.class, this, null);
    }
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public void on(RunEvent event) {
    if (event.toString().startsWith(System.getenv(EVENT))) {
      try {
        Files.createFile(Path.of(System.getenv(SIGN)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      while (!Thread.currentThread().isInterrupted()) {
        LockSupport.park(this);
      }
    }
  }
}
