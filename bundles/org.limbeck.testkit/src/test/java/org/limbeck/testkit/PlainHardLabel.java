package org.limbeck.testkit;

import java.nio.ByteBuffer;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

/** The place of the largest entry of each row, in a byte. */
class PlainHardLabel implements Codec {

  @Override
  public int maxBytes(int rows, int width) {
    return rows;
  }

  @Override
  public void encode(Block decisions, ByteBuffer out) {
    for (int row = 0; row < decisions.rows(); row++) {
      int from = row * decisions.width();
      int label = 0;
      for (int i = 1; i < decisions.width(); i++) {
        label = decisions.values()[from + i] > decisions.values()[from + label] ? i : label;
      }
      out.put((byte) label);
    }
  }

  @Override
  public void decode(ByteBuffer in, Block decisions) throws MalformedPayloadException {
    if (in.remaining() != decisions.rows()) {
      throw new MalformedPayloadException("not " + decisions.rows() + " bytes: " + in.remaining());
    }
    for (int row = 0; row < decisions.rows(); row++) {
      int label = in.get();
      for (int i = 0; i < decisions.width(); i++) {
        decisions.values()[row * decisions.width() + i] = i == label ? one() : 0;
      }
    }
  }

  float one() {
    return 1;
  }

  @Override
  public float gamma(int width) {
    return 1;
  }

  @Override
  public boolean codesDifferences() {
    return false;
  }
}
