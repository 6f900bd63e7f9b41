package org.limbeck.attacks;

import org.limbeck.api.attack.Attack;
import org.limbeck.testkit.AttackContract;

class RandomDecisionsContractTest extends AttackContract {

  @Override
  protected Attack attack() {
    return new RandomDecisions();
  }
}
