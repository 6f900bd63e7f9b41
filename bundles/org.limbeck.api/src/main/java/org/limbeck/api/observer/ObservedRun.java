package org.limbeck.api.observer;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A run that is about to be observed.
 *
 * @param folder the folder of the run, which is there, absolute; its last name is unlike that of
 *     any run beside it. Observers write to files of their own in it, or elsewhere
 * @param values what the experiment says, as text by the path of its key, such as {@code rounds} or
 *     {@code algorithm.regularization}, in the order of an experiment file; defaults are included,
 *     lists of groups such as the devices are not
 */
public record ObservedRun(Path folder, Map<String, String> values) {

  /** Copies the map, in its order. */
  public ObservedRun {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
