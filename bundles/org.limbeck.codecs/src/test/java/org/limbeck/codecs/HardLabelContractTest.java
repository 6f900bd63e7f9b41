package org.limbeck.codecs;

import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;

class HardLabelContractTest extends CodecContract {

  @Override
  protected Codec codec() {
    return new HardLabel();
  }

  @Override
  protected float tolerance(float largest) {
    return 1;
  }
}
