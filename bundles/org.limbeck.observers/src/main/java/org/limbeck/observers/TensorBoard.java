package org.limbeck.observers;

import java.io.IOException;
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

/** Writes an event file for TensorBoard into the folder of a run. */
@ObserverPlugin(name = "tensorboard")
@Designate(ocd = TensorBoard.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class TensorBoard implements ObserverFactory {
  /** TensorBoard reads files with {@code tfevents} in their name. */
  static final String FILE = "events.out.tfevents.limbeck";

  @ObjectClassDefinition(
      name = "TensorBoard",
      description = "Writes an event file for TensorBoard into the run folder.")
  @interface Config {
    @AttributeDefinition(
        description = "How many devices have a curve of their own, 0 to 10000",
        min = "0",
        max = "10000")
    int devices() default 16;
  }

  private final int devices;

  @Activate
  public TensorBoard(Config config) {
    this(config.devices());
  }

  /**
   * Makes the plug-in.
   *
   * @param devices how many devices have a curve of their own, 0 to 10,000
   * @throws IllegalArgumentException if it is out of its range
   */
  public TensorBoard(int devices) {
    if (devices < 0 || devices > 10_000) {
      throw new IllegalArgumentException("devices is 0 to 10000, not " + devices);
    }
    this.devices = devices;
  }

  @Override
  public OpenObserver open(ObservedRun run) throws IOException {
    return new TensorBoardObserver(
        ContinuedFile.open(run.folder().resolve(FILE)), new RunFigures(devices), Clock.systemUTC());
  }
}
