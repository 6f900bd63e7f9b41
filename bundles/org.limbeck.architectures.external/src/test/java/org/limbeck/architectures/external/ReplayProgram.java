package org.limbeck.architectures.external;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A program that expects questions byte by byte, and answers with the vectors that belong to them.
 */
public final class ReplayProgram {

  private ReplayProgram() {}

  static byte[] vector(String name) throws IOException {
    try (var in = ReplayProgram.class.getResourceAsStream("/external/" + name + ".hex")) {
      String digits = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }
  }

  /**
   * Answers one question after the other.
   *
   * @param exchanges the vectors of a question and an answer each: {@code QUESTION,ANSWER}
   */
  public static void main(String[] exchanges) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    for (List<String> exchange :
        Arrays.stream(exchanges).map(names -> List.of(names.split(","))).toList()) {
      byte[] expected = vector(exchange.get(0));
      byte[] question = read(in);
      if (!Arrays.equals(question, expected)) {
        System.err.println(
            exchange.get(0) + " was expected, and not " + HexFormat.of().formatHex(question));
        System.exit(1);
      }
      System.out.write(vector(exchange.get(1)));
      System.out.flush();
    }
    if (in.read() >= 0) {
      System.err.println("no more questions were expected");
      System.exit(1);
    }
  }

  private static byte[] read(DataInputStream in) throws IOException {
    byte[] head = in.readNBytes(4);
    if (head.length < 4) {
      throw new EOFException();
    }
    int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] message = Arrays.copyOf(head, 4 + length);
    in.readFully(message, 4, length);
    return message;
  }
}
