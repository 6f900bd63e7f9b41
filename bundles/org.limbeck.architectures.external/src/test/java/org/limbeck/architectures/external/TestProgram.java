package org.limbeck.architectures.external;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program that speaks the protocol: softmax regressions that always learn the same from the same.
 * It is written from the page of the protocol alone, without the codec that it is there to test.
 */
public final class TestProgram {
  private final Misbehaviour misbehaviour;
  private final String bug;
  private final int abilities;
  private final DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
  private final DataOutputStream out;
  private final Map<Integer, SoftmaxRegression> models = new HashMap<>();
  private final List<float[]> rows = new ArrayList<>();
  private ByteBuffer question;

  private TestProgram(Misbehaviour misbehaviour, String bug, int abilities, PrintStream out) {
    this.misbehaviour = misbehaviour;
    this.bug = bug;
    this.abilities = abilities;
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /** Returns the command that starts the program. */
  public static List<String> command(String... arguments) {
    String classes =
        TestProgram.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            classes,
            TestProgram.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Answers questions until there are no more.
   *
   * @param arguments {@code abilities=N}; {@code bug=NAME} for what it always does wrong; and
   *     {@code do=WHAT}, {@code at=KIND} and {@code after=N} for what it does wrong, instead of
   *     answering a question of a kind, once it has answered N
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> options = new TreeMap<>();
    for (String argument : arguments) {
      options.put(argument.split("=", 2)[0], argument.split("=", 2)[1]);
    }
    int abilities = Integer.parseInt(options.getOrDefault("abilities", "7"));
    String bug = options.getOrDefault("bug", "none");
    new TestProgram(Misbehaviour.of(options), bug, abilities, System.out).serve();
    if (bug.equals("stays")) {
      Misbehaviour.hang();
    }
  }

  private void serve() throws IOException {
    while (true) {
      int length;
      try {
        length = Integer.reverseBytes(in.readInt());
      } catch (EOFException e) {
        return;
      }
      question = ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
      int kind = question.get();
      if (misbehaviour.isDue(kind)) {
        misbehaviour.misbehave(kind, out);
        continue;
      }
      byte[] body = answer(kind);
      if (body != null) {
        send(kind, body);
      }
    }
  }

  private void send(int kind, byte[] body) throws IOException {
    out.writeInt(Integer.reverseBytes(body.length + 1));
    out.writeByte(kind);
    out.write(body);
    out.flush();
  }

  private byte[] answer(int kind) throws IOException {
    return switch (kind) {
      case 1 -> hello();
      case 2 -> create();
      case 3 -> take();
      case 4 -> forget();
      case 5 -> floats(model().predict(rows(question.getInt())));
      case 6 -> step();
      case 7 -> privateStep();
      case 8 -> gradient();
      case 9, 11 -> floats(model().weights());
      case 10, 12 -> set();
      case 13 -> close();
      default -> throw new IOException("there is no question " + kind);
    };
  }

  private byte[] forget() {
    rows.clear();
    return new byte[0];
  }

  private byte[] close() {
    models.remove(question.getInt());
    return new byte[0];
  }

  private byte[] hello() {
    byte[] name = "softmax of the tests".getBytes(StandardCharsets.UTF_8);
    return buffer(14 + name.length)
        .put("LMBX".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) 1)
        .putInt(name.length)
        .put(name)
        .putInt(abilities)
        .array();
  }

  private byte[] create() {
    int number = question.getInt();
    int features = question.getInt() * question.getInt() * question.getInt();
    SoftmaxRegression model =
        new SoftmaxRegression(
            features,
            question.getInt(),
            question.getLong() + (bug.equals("unseeded") ? number : 0));
    models.put(number, model);
    return buffer(8).putLong(model.weights().length).array();
  }

  private byte[] take() throws IOException {
    int count = question.getInt();
    int first = question.getInt();
    int features = question.getInt();
    if (first != rows.size()) {
      throw new IOException("row " + first + " comes after row " + (rows.size() - 1));
    }
    for (int row = 0; row < count; row++) {
      rows.add(floats(features));
    }
    return new byte[0];
  }

  private byte[] step() {
    SoftmaxRegression model = model();
    SoftmaxRegression.Lesson lesson = lesson(model);
    double[] losses = model.step(lesson, bug.equals("idle") ? 0 : question.getFloat());
    return buffer(16).putDouble(losses[0]).putDouble(losses[1]).array();
  }

  private byte[] gradient() {
    SoftmaxRegression model = model();
    float[] gradient = model.gradient(lesson(model));
    gradient[0] += bug.equals("gradient") ? 1 : 0;
    return floats(gradient);
  }

  private byte[] privateStep() {
    SoftmaxRegression model = model();
    SoftmaxRegression.Lesson lesson = lesson(model);
    double loss =
        model.privateStep(
            lesson,
            question.getFloat(),
            question.getFloat(),
            question.getFloat(),
            question.getFloat(),
            question.getLong());
    return buffer(8).putDouble(loss).array();
  }

  private byte[] set() throws IOException {
    SoftmaxRegression model = model();
    if (question.remaining() != 4 * model.weights().length) {
      byte[] text = "these are no weights of this model".getBytes(StandardCharsets.UTF_8);
      send(127, buffer(4 + text.length).putInt(text.length).put(text).array());
      return null;
    }
    for (int i = bug.equals("forgetful") ? 1 : 0; i < model.weights().length; i++) {
      model.weights()[i] = question.getFloat();
    }
    return new byte[0];
  }

  private SoftmaxRegression model() {
    return models.get(question.getInt());
  }

  private SoftmaxRegression.Lesson lesson(SoftmaxRegression model) {
    int own = question.getInt();
    float[][] inputs = rows(own);
    int[] labels = new int[own];
    for (int i = 0; i < own; i++) {
      labels[i] = question.getInt();
    }
    int reference = question.getInt();
    float[][] referenceInputs = rows(reference);
    float[][] targets = new float[reference][];
    for (int i = 0; i < reference; i++) {
      targets[i] = floats(model.classes());
    }
    return new SoftmaxRegression.Lesson(
        inputs, labels, referenceInputs, targets, question.get() == 0, question.getFloat());
  }

  private float[][] rows(int count) {
    float[][] chosen = new float[count][];
    for (int i = 0; i < count; i++) {
      chosen[i] = rows.get(question.getInt());
    }
    return chosen;
  }

  private float[] floats(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = question.getFloat();
    }
    return values;
  }

  private static byte[] floats(float[]... rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (float[] row : rows) {
      byte[] one = new byte[Float.BYTES * row.length];
      ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(row);
      bytes.writeBytes(one);
    }
    return bytes.toByteArray();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
