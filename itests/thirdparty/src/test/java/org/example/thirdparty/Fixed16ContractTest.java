package org.example.thirdparty;

import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;

class Fixed16ContractTest extends CodecContract {

  @Override
  protected Codec codec() {
    return new Fixed16();
  }

  @Override
  protected float tolerance(float largest) {
    return Math.max(1f / (1 << 14), largest - 2);
  }
}
