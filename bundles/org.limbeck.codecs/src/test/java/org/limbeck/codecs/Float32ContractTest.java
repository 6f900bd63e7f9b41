package org.limbeck.codecs;

import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;

class Float32ContractTest extends CodecContract {

  @Override
  protected Codec codec() {
    return new Float32();
  }
}
