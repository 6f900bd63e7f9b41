package org.limbeck.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.engine.control.RunControl;
import org.osgi.annotation.versioning.ProviderType;

/** A run of an experiment: devices that are made and ready. Used by one thread at a time. */
@ProviderType
public interface Run extends AutoCloseable {

  /**
   * Runs all rounds that are left; may be called once. The observers hear {@code RunStarted}, a
   * {@code RoundCompleted} per round, {@code RoundEvaluated} before the first round, every {@code
   * evaluateEvery} rounds and after the last, {@code Rewired} at every change, and {@code
   * RunCompleted}. After these are told the observers that the experiment chooses, if the run has a
   * folder, and then those registered as services.
   *
   * <p>Checkpoints are made every {@code checkpointEvery} rounds, at the end, and when the thread
   * is interrupted. They hold the state of those of {@code observers}, and of those that the
   * experiment chooses, that are {@link org.limbeck.api.Stateful}; in a resumed run these are
   * restored before they hear anything.
   *
   * @throws org.limbeck.experiment.InvalidInputException if training diverges with the options that
   *     the experiment gives, or an observer that it chooses cannot write
   * @throws InterruptedException if the thread is interrupted; the run ends between two rounds. An
   *     exception that is suppressed says why the last checkpoint could not be written
   */
  void execute(List<RunObserver> observers) throws InterruptedException;

  /**
   * Returns what is not wrong with this run, but hardly meant, a sentence each: for instance, that
   * its graph breaks what its aggregation rule assumes.
   */
  default List<String> warnings() {
    return List.of();
  }

  /** Returns what steers this run, also while it executes. */
  RunControl control();

  /** Returns the ids of the devices of this process in ascending order. */
  List<String> devices();

  /** Returns what people should know about how the data were read, such as rows left out. */
  List<String> notices();

  /** Returns what turns samples into rows for the models; empty if the private data do not say. */
  Optional<Preprocessing> preprocessing();

  /**
   * Writes the state of a device's model.
   *
   * @throws IOException if {@code out} fails
   */
  void saveModel(String device, OutputStream out) throws IOException;

  /** Stops the worker threads, closes the models and takes back the plug-ins' configurations. */
  @Override
  void close();
}
