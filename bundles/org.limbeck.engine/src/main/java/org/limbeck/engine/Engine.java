package org.limbeck.engine;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.engine.theory.Theory;
import org.limbeck.experiment.DeviceSetup;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.ExperimentVariant;
import org.limbeck.experiment.InvalidInputException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads experiments, and runs them with the plug-ins that the system offers. An OSGi service; safe
 * for use by several threads at once.
 */
@ProviderType
public interface Engine {

  /**
   * Reads an experiment file and validates it against the plug-ins that are there. Makes no
   * plug-in.
   *
   * @param file the YAML file
   * @param settings values that replace those of the file, each {@code key.path=value} with a YAML
   *     value; lists are indexed from 0. Setting the {@code name} of a plug-in to another one drops
   *     the options that the file gives to the former.
   * @throws InvalidInputException with everything that is wrong
   */
  Experiment read(Path file, List<String> settings);

  /**
   * Reads all experiments that a file describes: each of its {@code variants} with each combination
   * of the values in its {@code sweep}; just one where it has neither.
   *
   * @param file the YAML file
   * @param settings as for {@link #read}; variants and what is swept replace them in turn, and
   *     {@code sweep.key.path} can be set as well
   * @return the experiments in the order of the file, seeds as they are listed
   * @throws InvalidInputException with everything that is wrong
   */
  List<ExperimentVariant> readAll(Path file, List<String> settings);

  /**
   * Reads the file of a device on its own and validates it against the plug-ins that are there.
   *
   * @param file the YAML file; relative paths in it are relative to its folder
   * @param settings as for {@link #read}
   * @throws InvalidInputException with everything that is wrong
   */
  DeviceSetup readDevice(Path file, List<String> settings);

  /**
   * Configures the plug-ins of an experiment and makes the devices.
   *
   * @param threads how many threads work on the devices, at least 1; does not affect the result
   * @throws InvalidInputException if a plug-in is missing, refuses its options, or does not fit the
   *     others
   */
  default Run open(Experiment experiment, int threads) {
    return open(experiment, RunSettings.of(threads));
  }

  /**
   * Configures the plug-ins of an experiment and makes the devices.
   *
   * @throws InvalidInputException if a plug-in is missing, refuses its options, or does not fit the
   *     others
   */
  Run open(Experiment experiment, RunSettings settings);

  /**
   * Does all of {@link #open} for some experiments, one after the other, and undoes it. Plug-ins
   * that one has in common with the next are made once.
   *
   * @return of each what is not wrong with it, but hardly meant, as {@link Run#warnings}
   * @throws InvalidInputException for the reasons of {@link #open}
   */
  List<List<String>> check(List<Experiment> experiments);

  /**
   * Makes the devices as they were at the latest checkpoint. The run then ends as it would have
   * without a break, bit for bit; but not where devices do not wait for each other, as they meet
   * anew, nor for a device on its own, which learns with what it has now.
   *
   * @param experiment the experiment that the run began with
   * @param settings with the folder of the checkpoints
   * @throws InvalidInputException if there is no sound checkpoint, if the experiment is not the one
   *     that it was made of, which of a device on its own is asked no more than that its parts take
   *     their state back, or for the reasons of {@link #open}
   */
  Run resume(Experiment experiment, RunSettings settings);

  /**
   * Says what an experiment will send, and how fast its graph mixes. Makes the devices, but trains
   * nothing and sends nothing.
   *
   * @throws InvalidInputException for the reasons of {@link #open}
   */
  Theory theory(Experiment experiment);

  /**
   * Writes an experiment out in full: every option of every plug-in, the seed, and the versions of
   * Limbeck, of Java and of the plug-ins' bundles. {@link #read} reads it back as the same
   * experiment.
   *
   * @return a YAML document
   */
  String write(Experiment experiment);

  /**
   * Loads a trained model of a device.
   *
   * @param experiment the experiment that the device took part in
   * @param device the device's id
   * @param preprocessing what {@link Run#preprocessing} said; empty if it is not known, in which
   *     case the experiment's data are read
   * @param model what {@link Run#saveModel} wrote for it; closed by the caller
   * @throws InvalidInputException if there is no such device, or the model is not of its
   *     architecture
   */
  Predictor load(
      Experiment experiment,
      String device,
      Optional<Preprocessing> preprocessing,
      InputStream model);
}
