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
 * Says anything: every row is drawn from the uniform distribution on the probability simplex, as
 * exponential variates divided by their sum.
 */
@AttackPlugin(name = "random")
@Designate(ocd = RandomDecisions.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class RandomDecisions implements Attack {

  @ObjectClassDefinition(name = "Random", description = "Draws every soft decision at random.")
  @interface Config {}

  @Override
  public void falsify(Block decisions, RandomGenerator own, RandomGenerator common) {
    int classes = decisions.width();
    float[] values = decisions.values();
    for (int row = 0; row < decisions.rows(); row++) {
      double sum = 0;
      for (int k = row * classes; k < (row + 1) * classes; k++) {
        values[k] = (float) (Double.MIN_NORMAL - Math.log(1 - own.nextDouble()));
        sum += values[k];
      }
      for (int k = row * classes; k < (row + 1) * classes; k++) {
        values[k] = (float) (values[k] / sum);
      }
    }
  }
}
