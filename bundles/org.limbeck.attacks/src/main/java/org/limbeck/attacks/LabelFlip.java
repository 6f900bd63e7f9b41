package org.limbeck.attacks;

import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.attack.Attack;
import org.limbeck.api.attack.AttackPlugin;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Says of class k what the model says of class K − 1 − k: as one does who learns from rows whose
 * labels are turned round, but with all the confidence of an honest device.
 */
@AttackPlugin(name = "label-flip")
@Designate(ocd = LabelFlip.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class LabelFlip implements Attack {

  @ObjectClassDefinition(
      name = "Label flip",
      description = "Says of a class what the model says of its opposite.")
  @interface Config {}

  @Override
  public void falsify(Block decisions, RandomGenerator own, RandomGenerator common) {
    int classes = decisions.width();
    float[] values = decisions.values();
    for (int row = 0; row < decisions.rows(); row++) {
      int first = row * classes;
      int last = first + classes - 1;
      for (int k = 0; k < classes / 2; k++) {
        float value = values[first + k];
        values[first + k] = values[last - k];
        values[last - k] = value;
      }
    }
  }
}
