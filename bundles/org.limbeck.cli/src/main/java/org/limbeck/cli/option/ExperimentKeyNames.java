package org.limbeck.cli.option;

import java.util.Iterator;
import org.limbeck.experiment.file.ExperimentKeys;

/** The keys of experiment files, for the help and the completion of {@code --set}. */
public final class ExperimentKeyNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return ExperimentKeys.names().iterator();
  }
}
