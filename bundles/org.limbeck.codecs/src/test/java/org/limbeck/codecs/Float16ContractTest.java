package org.limbeck.codecs;

import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;

class Float16ContractTest extends CodecContract {

  @Override
  protected Codec codec() {
    return new Float16();
  }

  @Override
  protected float tolerance(float largest) {
    return Math.max(largest * 0x1p-11f, 0x1p-25f);
  }
}
