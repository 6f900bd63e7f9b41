package org.limbeck.experiment.file;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.limbeck.experiment.Experiment;

/**
 * A key of experiment files: how it is read, written and documented.
 *
 * @param name the key as it is written, such as {@code evaluateEvery}
 * @param documentation what the documentation says of it
 * @param reader reads the value into the experiment of a source
 * @param writer gives the value of an experiment as YAML: a text, a number, a list or a map; empty
 *     where the key is left out
 * @param isInDeviceFiles whether the file of a device on its own may have it, with the same meaning
 * @param isPlugin whether its value is a plug-in
 */
record ExperimentKey(
    String name,
    KeyDocumentation documentation,
    Consumer<ExperimentSource> reader,
    Function<Experiment, Optional<Object>> writer,
    boolean isInDeviceFiles,
    boolean isPlugin) {

  /** Makes a key of files only, which nothing writes. */
  ExperimentKey(String name, Consumer<ExperimentSource> reader, KeyDocumentation documentation) {
    this(name, documentation, reader, experiment -> Optional.empty(), false, false);
  }
}
