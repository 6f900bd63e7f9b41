package org.limbeck.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A bundle that stops a run right after a round, for good, and makes a file to say so. Does nothing
 * unless the environment names both.
 */
public final class Freezer implements BundleActivator, RunObserver {
  static final String ROUND = "FREEZE_AFTER_ROUND";
  static final String FILE = "FREEZE_FILE";

  @Override
  public void start(BundleContext context) {
    if (System.getenv(ROUND) != null) {
      context.registerService(RunObserver.class, this, null);
    }
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public void on(RunEvent event) {
    if (event instanceof RoundCompleted completed
        && completed.round() + 1 == Long.parseLong(System.getenv(ROUND))) {
      try {
        Files.createFile(Path.of(System.getenv(FILE)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      while (true) {
        LockSupport.park(this);
      }
    }
  }
}
