package org.limbeck.codecs;

import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;

class TernaryContractTest extends CodecContract {

  @Override
  protected Codec codec() {
    return new Ternary(0, false);
  }

  @Override
  protected float tolerance(float largest) {
    return Math.max(0.9f * largest, 0x1p-46f);
  }
}
