package org.limbeck.engine.rewiring;

import java.io.IOException;
import org.limbeck.api.Simplex;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.engine.device.Assembler;
import org.limbeck.engine.device.BulkPrediction;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.device.DeviceState;

/** Decides which model a device goes on with, and brings a new one to where the old one was. */
final class Succession {
  private final Transition transition;
  private final Assembler assembler;
  private final States states;
  private final long round;

  Succession(Transition transition, Assembler assembler, States states, long round) {
    this.transition = transition;
    this.assembler = assembler;
    this.states = states;
    this.round = round;
  }

  /** Returns the model of device n, which was there before. */
  Successor successor(int n, DeviceRuntime former) {
    if (!transition.keepsArchitecture(n)) {
      return distilled(n, former);
    }
    if (transition.keepsArchitectureService(n)) {
      return Successor.kept(former.model());
    }
    Model model = assembler.model(n, round);
    try {
      DeviceState.restore(states.of(former).model(), model);
      return Successor.sameState(model);
    } catch (IOException e) {
      model.close();
      return distilled(n, former);
    }
  }

  private Successor distilled(int n, DeviceRuntime former) {
    Model model = assembler.model(n, round);
    ReferenceDataset reference = former.reference();
    int classes = former.classes();
    BulkPrediction before = prediction(former.model(), former);
    float[] outgoing = before.decisions(reference);
    Simplex simplex = new Simplex(classes);
    Teacher teacher =
        (row, into, offset) -> {
          if (former.estimate().read(row, into, offset)) {
            simplex.project(into, offset);
          } else {
            System.arraycopy(outgoing, row * classes, into, offset, classes);
          }
          return true;
        };
    new Distillation(transition.experiment(), former, round).teach(model, teacher);
    return new Successor(
        model,
        true,
        before.accuracy(transition.before().network().test()),
        prediction(model, former).accuracy(transition.before().network().test()));
  }

  private static BulkPrediction prediction(Model model, DeviceRuntime device) {
    return new BulkPrediction(model, device.reference().shape().features(), device.classes());
  }
}
