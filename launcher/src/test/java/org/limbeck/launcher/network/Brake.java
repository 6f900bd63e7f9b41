package org.limbeck.launcher.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.launcher.process.Jars;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A bundle that holds a run up after each round, when all has been sent and nothing saved: for a
 * moment, or for good. Does nothing unless the environment names a folder; files there say what to
 * do.
 */
public final class Brake implements BundleActivator, RunObserver {
  /** The variable that names the folder. */
  public static final String FOLDER = "BRAKE";

  /** While this file is there, every round takes so many milliseconds longer as it says. */
  public static final String SLOW = "slow";

  /** When this file is there, the run stops, and gives it the other name. */
  static final String STOP = "stop";

  static final String STOPPED = "stopped";

  /** Puts it where a distribution takes plug-ins from. */
  public static void install(Path distribution) throws IOException {
    Jars.write(
        distribution.resolve("plugins/brake.jar"),
        Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "org.example.brake",
            "Bundle-Activator", Brake.class.getName(),
            "Import-Package", "org.osgi.framework,org.limbeck.api.event"),
        Brake.class);
  }

  /** Makes its folder, with rounds that take so many milliseconds longer. */
  public static Path slow(Path folder, long millis) throws IOException {
    Files.writeString(Files.createDirectory(folder).resolve(SLOW), Long.toString(millis));
    return folder;
  }

  @Override
  public void start(BundleContext context) {
    if (System.getenv(FOLDER) != null) {
      context.registerService(RunObserver.class, this, null);
    }
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public void on(RunEvent event) {
    if (event instanceof RoundCompleted) {
      Path folder = Path.of(System.getenv(FOLDER));
      try {
        slowDown(folder.resolve(SLOW));
        if (Files.exists(folder.resolve(STOP))) {
          Files.move(folder.resolve(STOP), folder.resolve(STOPPED));
          standStill();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The file may go at any time. */
  private void slowDown(Path file) throws IOException {
    try {
      long millis = Long.parseLong(Files.readString(file));
      LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(millis));
    } catch (NoSuchFileException e) {
      // full speed
    }
  }

  private void standStill() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park(this);
    }
  }
}
