package org.limbeck.cli;

import org.limbeck.engine.control.RunControl;

/** Those who follow an experiment as it is carried through. */
interface Audience {

  /** Returns who follows the run of the baseline; its label goes before what is shown. */
  Progress alone(String label);

  /** Returns who follows the run itself. */
  Progress together(RunControl control);
}
