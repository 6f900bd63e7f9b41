package org.limbeck.exchange.discovery;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a device tells all others of itself. On the wire: UTF-8 text, a line {@code key = value} for
 * every component, so that a person who listens to a broker can read it.
 *
 * @param experiment what identifies the experiment that it takes part in
 * @param reference the digest of its reference rows, in hexadecimal
 * @param classes the number of classes K
 * @param codec what it encodes values with
 * @param rounds the rounds that it can go on from
 * @param degree the number of its neighbours
 * @param state how far it is
 */
public record Announcement(
    String experiment,
    String reference,
    int classes,
    String codec,
    List<Long> rounds,
    int degree,
    State state) {
  private static final int MAX_BYTES = 1 << 16;

  /** How far a device is. */
  public enum State {
    /** It is there. */
    PRESENT,
    /** It has heard of all others that it waits for. */
    READY,
    /** It has done all its rounds. */
    FINISHED
  }

  /** Copies the list. */
  public Announcement {
    rounds = List.copyOf(rounds);
  }

  /** Returns the same announcement with another state. */
  public Announcement as(State other) {
    return new Announcement(experiment, reference, classes, codec, rounds, degree, other);
  }

  /** Returns the same announcement with other rounds to go on from. */
  public Announcement from(List<Long> others) {
    return new Announcement(experiment, reference, classes, codec, others, degree, state);
  }

  /** Returns the same announcement with another number of neighbours. */
  public Announcement withDegree(int other) {
    return new Announcement(experiment, reference, classes, codec, rounds, other, state);
  }

  /**
   * Returns why a device that announces this has nothing to do with one that announces another;
   * empty if it has.
   */
  public Optional<String> differenceFrom(Announcement other) {
    return difference("reference data", reference, other.reference)
        .or(() -> difference("number of classes", "" + classes, "" + other.classes))
        .or(() -> difference("codec", codec, other.codec))
        .or(() -> difference("experiment", experiment, other.experiment));
  }

  private static Optional<String> difference(String what, String here, String there) {
    return here.equals(there)
        ? Optional.empty()
        : Optional.of("it has another " + what + ": " + there + " there, and " + here + " here");
  }

  /** Returns the bytes. */
  public ByteBuffer encode() {
    String text =
        String.join(
            "\n",
            "experiment = " + experiment,
            "reference = " + reference,
            "classes = " + classes,
            "codec = " + codec,
            "rounds = " + rounds.stream().map(String::valueOf).collect(Collectors.joining(" ")),
            "degree = " + degree,
            "state = " + state.name().toLowerCase(Locale.ROOT),
            "");
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IOException if it is something else; the message says what
   */
  public static Announcement decode(ByteBuffer bytes) throws IOException {
    if (bytes.remaining() > MAX_BYTES) {
      throw new IOException("an announcement has at most " + MAX_BYTES + " bytes");
    }
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString()));
      return new Announcement(
          line(lines, "experiment"),
          line(lines, "reference"),
          Integer.parseInt(line(lines, "classes")),
          line(lines, "codec"),
          Arrays.stream(line(lines, "rounds").split(" "))
              .filter(round -> !round.isEmpty())
              .map(Long::valueOf)
              .toList(),
          Integer.parseInt(line(lines, "degree")),
          State.valueOf(line(lines, "state").toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new IOException("this is no announcement: " + e.getMessage(), e);
    }
  }

  private static String line(Properties lines, String key) throws IOException {
    String value = lines.getProperty(key);
    if (value == null) {
      throw new IOException("this is no announcement: it has no line " + key);
    }
    return value;
  }
}
