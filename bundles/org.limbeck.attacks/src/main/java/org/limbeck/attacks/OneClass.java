package org.limbeck.attacks;

import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.attack.Attack;
import org.limbeck.api.attack.AttackPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Is certain of the same class for every row. */
@AttackPlugin(name = "one-class")
@Designate(ocd = OneClass.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class OneClass implements Attack {

  @ObjectClassDefinition(
      name = "One class",
      description = "Is certain of the same class for every row.")
  @interface Config {
    @AttributeDefinition(description = "The class, from 0", min = "0")
    int class$() default 0;
  }

  private final int label;

  @Activate
  public OneClass(Config config) {
    this(config.class$());
  }

  /** Makes the attack with a class, from 0. */
  public OneClass(int label) {
    if (label < 0) {
      throw new IllegalArgumentException("classes count from 0, and this one is " + label);
    }
    this.label = label;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no such class
   */
  @Override
  public void falsify(Block decisions, RandomGenerator own, RandomGenerator common) {
    if (label >= decisions.width()) {
      throw new IllegalArgumentException(
          "there is no class " + label + ": classes are 0 to " + (decisions.width() - 1));
    }
    for (int row = 0; row < decisions.rows(); row++) {
      OneHot.of(decisions, row, label);
    }
  }
}
