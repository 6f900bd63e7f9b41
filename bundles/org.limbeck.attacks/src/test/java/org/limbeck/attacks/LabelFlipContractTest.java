package org.limbeck.attacks;

import org.limbeck.api.attack.Attack;
import org.limbeck.testkit.AttackContract;

class LabelFlipContractTest extends AttackContract {

  @Override
  protected Attack attack() {
    return new LabelFlip();
  }
}
