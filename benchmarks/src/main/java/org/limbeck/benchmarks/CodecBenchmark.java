package org.limbeck.benchmarks;

import java.nio.ByteBuffer;
import java.util.Random;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;
import org.limbeck.codecs.Float16;
import org.limbeck.codecs.Float32;
import org.limbeck.codecs.HardLabel;
import org.limbeck.codecs.Ternary;
import org.limbeck.codecs.TopK;
import org.limbeck.codecs.Uniform;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Encodes and decodes 500 rows of 10 values. */
@State(Scope.Thread)
public class CodecBenchmark {

  /** Codecs with their options. */
  public enum Kind {
    FLOAT32(new Float32()),
    FLOAT16(new Float16()),
    UNIFORM_2(new Uniform(2, 0, false)),
    UNIFORM_4(new Uniform(4, 0, false)),
    UNIFORM_8(new Uniform(8, 0, false)),
    UNIFORM_2_ADAPTIVE(new Uniform(2, 0, true)),
    TERNARY(new Ternary(0, false)),
    TOP_2(new TopK(2, 0)),
    HARD_LABEL(new HardLabel());

    @SuppressWarnings("ImmutableEnumChecker") // codecs have no state
    private final Codec codec;

    Kind(Codec codec) {
      this.codec = codec;
    }
  }

  private static final int ROWS = 500;
  private static final int WIDTH = 10;

  @Param public Kind kind;

  private Codec codec;
  private Block block;
  private Block decoded;
  private ByteBuffer bytes;
  private ByteBuffer encoded;

  @Setup
  public void fill() {
    codec = kind.codec;
    block = new Block(ROWS, WIDTH);
    block.rows(ROWS);
    decoded = new Block(ROWS, WIDTH);
    decoded.rows(ROWS);
    Random random = new Random(1);
    for (int i = 0; i < ROWS * WIDTH; i++) {
      block.values()[i] = (float) Math.pow(random.nextGaussian(), 3);
    }
    bytes = ByteBuffer.allocate(codec.maxBytes(ROWS, WIDTH));
    codec.encode(block, bytes);
    encoded = bytes.duplicate().flip();
  }

  @Benchmark
  public ByteBuffer encode() {
    codec.encode(block, bytes.clear());
    return bytes;
  }

  @Benchmark
  public Block decode() throws MalformedPayloadException {
    codec.decode(encoded.rewind(), decoded);
    return decoded;
  }
}
