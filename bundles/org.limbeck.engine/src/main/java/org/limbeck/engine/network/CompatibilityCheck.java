package org.limbeck.engine.network;

import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.PrivateSteps;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.engine.binding.PluginSet;
import org.limbeck.experiment.DeviceSpec;
import org.limbeck.experiment.ExecutionMode;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

/**
 * What the plug-ins of an experiment need of each other. Who does not get it is named in an {@link
 * org.limbeck.experiment.InvalidInputException}.
 */
record CompatibilityCheck(Experiment experiment, PluginSet pluginSet) {

  /** Checks what can be told without making a model. */
  void check() {
    requireReadableData();
    requireSameShape();
    requireUsableCodec();
    requireOneArchitecture();
    requireInStepIfNeeded();
    requirePrivateAlgorithm();
    requireWeights();
  }

  /** Checks a model that was made, and closes it if it will not do. */
  void checkPrivateSteps(DeviceSpec spec, Model model) {
    if (experiment.training().privacy().isPresent()
        && model.capability(PrivateSteps.class).isEmpty()) {
      model.close();
      throw PluginErrors.about(
          spec.architecture(),
          "its models cannot learn with privacy; leave that key out, or use an architecture whose"
              + " models can: mlp, cnn or softmax");
    }
  }

  static String describe(PluginChoice choice) {
    return choice.options().isEmpty() ? choice.name() : choice.name() + " " + choice.options();
  }

  /** Data may be read when they are first asked for. */
  private void requireReadableData() {
    PluginErrors.blaming(
        experiment.plugin(PluginKind.DATA),
        () -> pluginSet.data().training().rows() + pluginSet.data().test().rows());
  }

  private void requireSameShape() {
    Shape shape = pluginSet.data().shape();
    Shape reference = pluginSet.reference().shape();
    require(
        shape.equals(reference),
        PluginKind.REFERENCE,
        "its rows are " + reference + ", and those of the private data are " + shape);
  }

  private void requireUsableCodec() {
    require(
        !pluginSet.isTooCoarse(pluginSet.codec()),
        PluginKind.CODEC,
        "it loses too much for a tracked estimate or for weights: use it with an aggregation"
            + " rule on fresh soft decisions, such as neighbour-mean, or choose another codec");
  }

  private void requireOneArchitecture() {
    DeviceSpec first = experiment.devices().get(0);
    for (DeviceSpec spec : experiment.devices()) {
      if (pluginSet.algorithm().exchangesWeights()
          && !spec.architecture().equals(first.architecture())) {
        throw PluginErrors.about(
            experiment.plugin(PluginKind.ALGORITHM),
            "it exchanges weights, and so all devices need one architecture: "
                + first.id()
                + " has "
                + describe(first.architecture())
                + ", and "
                + spec.id()
                + " has "
                + describe(spec.architecture())
                + "; give them the same, or use distributed-distillation or fedmd");
      }
    }
  }

  private void requireInStepIfNeeded() {
    if (experiment.pace() == ExecutionMode.LOCK_STEP) {
      requireSameSpeed();
      return;
    }
    require(
        pluginSet.algorithm().isAsynchronous(),
        PluginKind.ALGORITHM,
        "its devices must be in step: use pace lock-step, or distributed-distillation");
    require(
        !pluginSet.topology().isTimeVarying(),
        PluginKind.TOPOLOGY,
        "its graph is another one every round, and so devices must be in step: use pace"
            + " lock-step");
    require(
        pluginSet.codec().codesDifferences(),
        PluginKind.CODEC,
        "it loses too much for devices that do not wait: use another codec, or pace lock-step");
  }

  private void requireSameSpeed() {
    for (DeviceSpec spec : experiment.devices()) {
      if (spec.slowness() > 1) {
        throw PluginErrors.about(
            spec.architecture(),
            spec.id()
                + " has slowness "
                + spec.slowness()
                + ", and in lock-step all would wait for it: use pace asynchronous");
      }
    }
  }

  private void requirePrivateAlgorithm() {
    require(
        experiment.training().privacy().isEmpty() || pluginSet.algorithm().trainsPrivately(),
        PluginKind.ALGORITHM,
        "it does not keep to privacy; leave that key out, or use another algorithm, such as"
            + " distributed-distillation");
  }

  private void requireWeights() {
    require(
        experiment.training().privacy().isEmpty() || !pluginSet.weighting().readsPrivateRows(),
        PluginKind.WEIGHTING,
        "it tells of private rows what privacy does not cover; leave that key out, or use a"
            + " weighting that asks the model only: by-confidence or uniform");
    require(
        pluginSet.weighting().isUniform() || pluginSet.codec().codesDifferences(),
        PluginKind.WEIGHTING,
        "codec "
            + experiment.plugin(PluginKind.CODEC).name()
            + " sends no weights; use another codec, or weighting uniform");
  }

  private void require(boolean fits, PluginKind blamed, String complaint) {
    if (!fits) {
      throw PluginErrors.about(experiment.plugin(blamed), complaint);
    }
  }
}
