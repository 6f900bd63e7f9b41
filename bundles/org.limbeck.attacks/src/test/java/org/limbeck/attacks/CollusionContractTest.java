package org.limbeck.attacks;

import org.limbeck.api.attack.Attack;
import org.limbeck.testkit.AttackContract;

class CollusionContractTest extends AttackContract {

  @Override
  protected Attack attack() {
    return new Collusion();
  }
}
