package org.limbeck.experiment.file;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.limbeck.experiment.Experiment;

/** A key of experiment files: how it is read, written and documented. Immutable. */
public final class ExperimentKey {
  private final String name;
  private final KeyDocumentation documentation;
  private final Consumer<ExperimentSource> reader;
  private final Function<Experiment, Optional<Object>> writer;
  private final boolean inDeviceFiles;
  private final boolean plugin;

  /** Makes a key of which the experiment has a value. */
  <T> ExperimentKey(KeyDeclaration<T> declaration, KeyDocumentation documentation) {
    this.name = declaration.name();
    this.documentation = documentation;
    this.reader = declaration::read;
    this.writer = declaration::write;
    this.inDeviceFiles = declaration.isInDeviceFiles();
    this.plugin = declaration.format().isPlugin();
  }

  /** Makes a key of files only, which nothing writes. */
  ExperimentKey(String name, Consumer<ExperimentSource> reader, KeyDocumentation documentation) {
    this.name = name;
    this.documentation = documentation;
    this.reader = reader;
    this.writer = experiment -> Optional.empty();
    this.inDeviceFiles = false;
    this.plugin = false;
  }

  /** Returns the key as it is written, such as {@code evaluateEvery}. */
  public String name() {
    return name;
  }

  /** Returns what the documentation says of it. */
  public KeyDocumentation documentation() {
    return documentation;
  }

  /** Returns whether the file of a device on its own may have it, with the same meaning. */
  boolean isInDeviceFiles() {
    return inDeviceFiles;
  }

  /** Returns whether its value is a plug-in. */
  boolean isPlugin() {
    return plugin;
  }

  /**
   * Returns the value of an experiment as YAML: a text, a number, a list or a map; empty where the
   * key is left out.
   */
  public Optional<Object> write(Experiment experiment) {
    return writer.apply(experiment);
  }

  /** Reads the value into the experiment of a source. */
  void read(ExperimentSource source) {
    reader.accept(source);
  }
}
