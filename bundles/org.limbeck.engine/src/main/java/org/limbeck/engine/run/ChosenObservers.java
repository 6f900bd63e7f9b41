package org.limbeck.engine.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limbeck.api.Stateful;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;
import org.limbeck.api.observer.ObservedRun;
import org.limbeck.api.observer.ObserverFactory;
import org.limbeck.api.observer.OpenObserver;
import org.limbeck.engine.binding.PluginBinder;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.file.ExperimentValues;

/**
 * The observers that an experiment chooses, for one run of it: none if the run has no folder. They
 * stay the same until the run ends, whatever becomes of their plug-ins meanwhile. What one cannot
 * write is a problem of the experiment that chose it. Used by one thread at a time.
 */
final class ChosenObservers implements RunObserver, AutoCloseable {
  private final Experiment experiment;
  private final Optional<Path> folder;
  private final PluginBinder binder;
  private final Map<PluginChoice, ObserverFactory> factories = new LinkedHashMap<>();
  private final Map<PluginChoice, OpenObserver> observers = new LinkedHashMap<>();

  /**
   * Makes the observers, none of which is taken yet.
   *
   * @param binder holds the plug-ins, and nothing else; closed with the observers
   */
  ChosenObservers(Experiment experiment, Optional<Path> folder, PluginBinder binder) {
    this.experiment = experiment;
    this.folder = folder;
    this.binder = binder;
  }

  /**
   * Takes the plug-ins.
   *
   * @throws InvalidInputException if one is missing, or refuses its options
   */
  void take() {
    if (folder.isPresent()) {
      for (PluginChoice choice : experiment.observers()) {
        factories.put(choice, binder.service(choice, ObserverFactory.class));
      }
    }
  }

  /**
   * Opens the observers.
   *
   * @return those with a state, in the order of the experiment
   * @throws InvalidInputException if one cannot be opened
   */
  List<Stateful> open() {
    if (!factories.isEmpty()) {
      ObservedRun run = new ObservedRun(folder.orElseThrow(), ExperimentValues.of(experiment));
      factories.forEach((choice, factory) -> observers.put(choice, open(choice, factory, run)));
    }
    return observers.values().stream()
        .filter(Stateful.class::isInstance)
        .map(Stateful.class::cast)
        .toList();
  }

  /**
   * Tells all of them.
   *
   * @throws InvalidInputException if one cannot write it down
   */
  @Override
  public void on(RunEvent event) {
    observers.forEach(
        (choice, observer) -> {
          try {
            observer.on(event);
          } catch (UncheckedIOException e) {
            throw PluginErrors.about(choice, message(e.getCause()));
          }
        });
  }

  /**
   * Closes all of them, and gives the plug-ins back.
   *
   * @throws InvalidInputException if one cannot write down what it has heard
   */
  @Override
  public void close() {
    try (binder) {
      Optional<InvalidInputException> failure = Optional.empty();
      for (Map.Entry<PluginChoice, OpenObserver> open : observers.entrySet()) {
        try {
          open.getValue().close();
        } catch (IOException e) {
          failure = failure.or(() -> Optional.of(PluginErrors.about(open.getKey(), message(e))));
        }
      }
      observers.clear();
      failure.ifPresent(
          e -> {
            throw e;
          });
    }
  }

  private static OpenObserver open(PluginChoice choice, ObserverFactory factory, ObservedRun run) {
    try {
      return factory.open(run);
    } catch (IOException e) {
      throw PluginErrors.about(choice, message(e));
    }
  }

  /** The messages of these exceptions are no more than the name of a file. */
  private static String message(IOException e) {
    if (e instanceof AccessDeniedException) {
      return e.getMessage() + " cannot be written: permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return e.getMessage() + " cannot be written: its folder is not there";
    }
    return "it cannot write: " + e.getMessage();
  }
}
