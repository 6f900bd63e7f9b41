package org.limbeck.engine.swap;

import java.io.IOException;
import org.limbeck.api.Simplex;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.device.BulkPrediction;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.network.DeviceFactory;
import org.limbeck.exchange.channel.SerializedState;

/**
 * Decides which model a device goes on with, and brings a new one to where the old one was.
 *
 * @param swapPlan what is kept
 * @param deviceFactory makes new models
 * @param states the states of the devices
 * @param round the first round of a new model
 */
record ModelHandover(
    SwapPlan swapPlan, DeviceFactory deviceFactory, DeviceStates states, long round) {

  /** Returns the model of device n, which was there before. */
  SuccessorModel successor(int n, DeviceRuntime former) {
    if (!swapPlan.keepsArchitecture(n)) {
      return distilled(n, former);
    }
    if (swapPlan.keepsArchitectureService(n)) {
      return SuccessorModel.kept(former.model());
    }
    Model model = deviceFactory.model(n, round);
    try {
      SerializedState.restore(states.of(former).model(), model);
      return SuccessorModel.sameState(model);
    } catch (IOException e) {
      model.close();
      return distilled(n, former);
    }
  }

  private SuccessorModel distilled(int n, DeviceRuntime former) {
    Model model = deviceFactory.model(n, round);
    ReferenceDataset reference = former.reference();
    int classes = former.classes();
    BulkPrediction before = prediction(former.model(), former);
    float[] outgoing = before.decisions(reference);
    Simplex simplex = new Simplex(classes);
    SoftLabelSource teacher =
        (row, into, offset) -> {
          if (former.estimate().read(row, into, offset)) {
            simplex.project(into, offset);
          } else {
            System.arraycopy(outgoing, row * classes, into, offset, classes);
          }
          return true;
        };
    new HandoverDistillation(swapPlan.experiment(), former, round).teach(model, teacher);
    return new SuccessorModel(
        model,
        true,
        before.accuracy(swapPlan.before().network().test()),
        prediction(model, former).accuracy(swapPlan.before().network().test()));
  }

  private static BulkPrediction prediction(Model model, DeviceRuntime device) {
    return new BulkPrediction(model, device.reference().shape().features(), device.classes());
  }
}
