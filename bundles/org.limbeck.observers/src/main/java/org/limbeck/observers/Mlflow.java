package org.limbeck.observers;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import org.limbeck.api.observer.ObservedRun;
import org.limbeck.api.observer.ObserverFactory;
import org.limbeck.api.observer.ObserverPlugin;
import org.limbeck.api.observer.OpenObserver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Writes a run into a file store of MLflow. */
@ObserverPlugin(name = "mlflow")
@Designate(ocd = Mlflow.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Mlflow implements ObserverFactory {

  @ObjectClassDefinition(
      name = "MLflow",
      description = "Writes parameters and metrics into a file store of MLflow.")
  @interface Config {
    @AttributeDefinition(
        description = "The folder of the store, relative to the working directory; made if need be")
    String folder() default "mlruns";

    @AttributeDefinition(
        description = "How many devices have a metric of their own, 0 to 256",
        min = "0",
        max = "256")
    int devices() default 16;
  }

  private final Path folder;
  private final int devices;

  @Activate
  public Mlflow(Config config) {
    this(config.folder(), config.devices());
  }

  /**
   * Makes the plug-in.
   *
   * @param folder the folder of the store, relative to the working directory
   * @param devices how many devices have a metric of their own, 0 to 256
   * @throws IllegalArgumentException if one is out of its range
   */
  public Mlflow(String folder, int devices) {
    if (folder.isBlank()) {
      throw new IllegalArgumentException("folder is the path of a folder, not empty");
    }
    if (devices < 0 || devices > 256) {
      throw new IllegalArgumentException("devices is 0 to 256, not " + devices);
    }
    try {
      this.folder = Path.of(folder).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("folder is no path: " + e.getMessage(), e);
    }
    this.devices = devices;
  }

  @Override
  public OpenObserver open(ObservedRun run) throws IOException {
    MlflowStore store =
        new MlflowStore(folder, run.values().getOrDefault("name", "Default"), run.folder());
    return new MlflowObserver(store, run.values(), new RunFigures(devices), Clock.systemUTC());
  }
}
