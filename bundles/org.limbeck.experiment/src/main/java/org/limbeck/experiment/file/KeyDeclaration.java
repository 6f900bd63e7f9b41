package org.limbeck.experiment.file;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentBuilder;

/**
 * Declares a key of which experiments have a value: where the value is, what it looks like, and
 * where the key appears.
 *
 * @param name the key
 * @param format what values look like
 * @param getter takes the value from an experiment
 * @param setter gives the value to one
 * @param isInDeviceFiles whether the file of a device on its own may have the key too
 * @param written when the key is written
 * @param <T> the value
 */
record KeyDeclaration<T>(
    String name,
    ValueFormat<T> format,
    Function<Experiment, T> getter,
    BiConsumer<ExperimentBuilder, T> setter,
    boolean isInDeviceFiles,
    Predicate<T> written) {
  /** What a file says that says nothing. */
  private static final Experiment DEFAULTS = new ExperimentBuilder().build();

  /** Begins to declare a key that is always written, and no key of a device file. */
  static <T> KeyDeclaration<T> key(
      String name,
      ValueFormat<T> format,
      Function<Experiment, T> getter,
      BiConsumer<ExperimentBuilder, T> setter) {
    return new KeyDeclaration<>(name, format, getter, setter, false, value -> true);
  }

  /** Lets the file of a device on its own have the key too. */
  KeyDeclaration<T> inDeviceFiles() {
    return new KeyDeclaration<>(name, format, getter, setter, true, written);
  }

  /** Leaves the key out unless the value is so. */
  KeyDeclaration<T> writtenIf(Predicate<T> condition) {
    return new KeyDeclaration<>(name, format, getter, setter, isInDeviceFiles, condition);
  }

  /** Ends the declaration of a key whose format tells what holds where it is absent. */
  ExperimentKey documented(String meaning) {
    return documented(meaning, format.ifAbsent(byDefault()));
  }

  /** Ends the declaration. */
  ExperimentKey documented(String meaning, String ifAbsent) {
    return new ExperimentKey(
        name,
        new KeyDocumentation(format.form(), meaning, ifAbsent),
        this::read,
        this::write,
        isInDeviceFiles,
        format.isPlugin());
  }

  private void read(ExperimentSource source) {
    setter.accept(source.experiment(), format.read(source, name, byDefault()));
  }

  private Optional<Object> write(Experiment experiment) {
    return Optional.of(getter.apply(experiment)).filter(written).map(format::write);
  }

  private T byDefault() {
    return getter.apply(DEFAULTS);
  }
}
