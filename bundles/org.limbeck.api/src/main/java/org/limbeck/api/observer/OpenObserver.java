package org.limbeck.api.observer;

import java.io.Closeable;
import java.io.IOException;
import org.limbeck.api.event.RunObserver;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Observes one run. Used by one thread at a time.
 *
 * <p>An observer that is {@link org.limbeck.api.Stateful} is saved in the checkpoints of the run.
 * When the run goes on from one, a freshly opened observer is restored before it hears anything; it
 * then hears of the rounds after the checkpoint, some of them for the second time where the run had
 * been cut short later than that. So an observer that saves how far it had written, and cuts off
 * what is behind that when it is restored, neither repeats nor loses a round. One that hears {@link
 * org.limbeck.api.event.RunStarted} without having been restored begins anew.
 */
@ConsumerType
public interface OpenObserver extends RunObserver, Closeable {

  /**
   * Closes what was opened. Called once, when the run has ended, has been cut short or has failed;
   * {@link org.limbeck.api.event.RunCompleted} came before if it has ended.
   *
   * @throws IOException if something that was heard cannot be written
   */
  @Override
  void close() throws IOException;
}
