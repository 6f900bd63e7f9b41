package org.limbeck.cli.run;

import java.util.List;
import org.limbeck.engine.control.RunControl;

/** Those who follow an experiment as it is carried through. */
public interface RunListener {

  /** Is told, before anything runs, what is not wrong with the experiment, but hardly meant. */
  default void warn(List<String> concerns) {}

  /** Returns who follows the run of the baseline; its label goes before what is shown. */
  ProgressDisplay alone(String label);

  /** Returns who follows the run itself. */
  ProgressDisplay together(RunControl control);
}
