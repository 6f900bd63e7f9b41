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
 * All adversaries are certain of the same class of a row, in every round: a class that depends on
 * the row alone, and so is the wrong one but for one row in K. Neither averaging over neighbours
 * nor over rounds makes it fainter.
 */
@AttackPlugin(name = "collude")
@Designate(ocd = Collusion.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Collusion implements Attack {

  @ObjectClassDefinition(
      name = "Collude",
      description = "All adversaries are certain of the same class of a row.")
  @interface Config {}

  @Override
  public void falsify(Block decisions, RandomGenerator own, RandomGenerator common) {
    for (int row = 0; row < decisions.rows(); row++) {
      OneHot.of(decisions, row, Math.floorMod(mixed(decisions.ids()[row]), decisions.width()));
    }
  }

  /** Spreads the numbers of the rows, which may be in the order of their classes. */
  private static int mixed(int id) {
    int hash = id * 0x9E3779B9;
    return ((hash ^ (hash >>> 15)) * 0x85EBCA6B) >>> 8;
  }
}
