package org.limbeck.engine.binding;

import java.util.function.Supplier;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.PluginChoice;

/** Turns what a plug-in complains of into a problem of the experiment that chose it. */
public final class PluginErrors {

  private PluginErrors() {}

  /** Runs what a plug-in does, and blames its choice for the arguments or the state it refuses. */
  public static <T> T blaming(PluginChoice plugin, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw about(plugin, e.getMessage());
    }
  }

  /** Returns whether an exception says what is wrong with a choice. */
  public static boolean isAbout(PluginChoice plugin, InvalidInputException e) {
    return e.problems().get(0).origin().equals(plugin.origin());
  }

  /** Returns the exception that says what is wrong with a choice. */
  public static InvalidInputException about(PluginChoice plugin, String message) {
    return new InvalidInputException(plugin.origin(), plugin.name() + ": " + message);
  }
}
