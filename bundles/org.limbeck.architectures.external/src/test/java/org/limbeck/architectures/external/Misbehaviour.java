package org.limbeck.architectures.external;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the test program does wrong, and when. */
final class Misbehaviour {
  private final String what;
  private final int kind;
  private int left;

  private Misbehaviour(String what, int kind, int left) {
    this.what = what;
    this.kind = kind;
    this.left = left;
  }

  static Misbehaviour of(Map<String, String> options) {
    return new Misbehaviour(
        options.getOrDefault("do", "nothing"),
        Integer.parseInt(options.getOrDefault("at", "0")),
        Integer.parseInt(options.getOrDefault("after", "0")));
  }

  /** Returns whether this question is the one to go wrong. */
  boolean isDue(int asked) {
    return asked == kind && left-- == 0;
  }

  void misbehave(int asked, DataOutputStream out) throws IOException {
    switch (what) {
      case "print" -> {
        out.writeBytes("Epoch 1\nloss 0.3\n");
        out.flush();
      }
      case "exit" -> {
        System.err.println("reading the weights");
        System.err.println("ValueError: \u001b[31mno weights\u001b[0m");
        System.exit(3);
      }
      case "hang" -> hang();
      case "linger" -> {
        answer(out, asked, buffer(8).putLong(6).array());
        hang();
      }
      case "error" -> {
        byte[] text = "ValueError: no such class".getBytes(StandardCharsets.UTF_8);
        answer(out, 127, buffer(4 + text.length).putInt(text.length).put(text).array());
      }
      case "short" -> answer(out, asked, new byte[3]);
      case "binary" -> {
        out.write(new byte[] {9, 0, 0, 0, 99, 1, 2, 3});
        out.flush();
      }
      case "version" ->
          answer(out, asked, buffer(14).put(bytes("LMBX")).putShort((short) 9).array());
      case "stranger" -> answer(out, asked, new byte[14]);
      case "abilities" ->
          answer(
              out,
              asked,
              buffer(14).put(bytes("LMBX")).putShort((short) 1).putInt(0).putInt(9).array());
      case "nan" -> answer(out, asked, buffer(16).putDouble(Double.NaN).putDouble(1).array());
      case "halves" -> answer(out, asked, row(0.5f, 0.25f));
      case "negative" -> answer(out, asked, row(1.5f, -0.5f));
      case "nan-row" -> answer(out, asked, row(Float.NaN, 1));
      case "parameters" -> answer(out, asked, buffer(8).putLong(-5).array());
      default -> throw new IOException("there is no misbehaviour " + what);
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  static void hang() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      hang();
    }
  }

  private static byte[] row(float... values) {
    byte[] row = new byte[Float.BYTES * values.length];
    ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return row;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void answer(DataOutputStream out, int kind, byte[] body) throws IOException {
    out.writeInt(Integer.reverseBytes(body.length + 1));
    out.writeByte(kind);
    out.write(body);
    out.flush();
  }
}
