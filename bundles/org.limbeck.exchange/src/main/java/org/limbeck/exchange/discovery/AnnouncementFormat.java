package org.limbeck.exchange.discovery;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.limbeck.exchange.security.FrameSigner;
import org.limbeck.exchange.security.FrameVerifier;

/**
 * Announcements as bytes: UTF-8 text, a line {@code key = value} for every component, so that a
 * person who listens to a broker can read it; the last line is the Ed25519 signature of all lines
 * before it, in base64, where there are keys. {@code docs/wire-format.md} specifies it.
 */
final class AnnouncementFormat {
  /** The most bytes of an announcement. */
  static final int MAX_BYTES = 1 << 14;

  private static final String SIGNATURE = "signature = ";
  private static final int MAX_TEXT = 512;

  /** Frames have four bytes for it. */
  private static final long MOST_ROUND = 0xFFFF_FFFFL;

  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");

  private AnnouncementFormat() {}

  /** Writes an announcement, signed if there is a signer. */
  static ByteBuffer write(SentAnnouncement sent, Optional<FrameSigner> signer) {
    Announcement said = sent.announcement();
    String text =
        String.join(
            "\n",
            "network = " + sent.network(),
            "device = " + sent.device(),
            "session = " + sent.session().nonce(),
            "begun = " + sent.session().begun(),
            "number = " + sent.number(),
            "run = " + said.run(),
            "experiment = " + said.experiment(),
            "reference = " + said.reference(),
            "classes = " + said.classes(),
            "codec = " + said.codec(),
            "rounds = "
                + said.rounds().stream().map(String::valueOf).collect(Collectors.joining(" ")),
            "degree = " + said.degree(),
            "state = " + said.state().name().toLowerCase(Locale.ROOT),
            "");
    byte[] lines = text.getBytes(StandardCharsets.UTF_8);
    if (signer.isEmpty()) {
      return ByteBuffer.wrap(lines);
    }
    ByteBuffer signed = ByteBuffer.allocate(lines.length + FrameSigner.SIGNATURE_BYTES).put(lines);
    signer.get().sign(signed);
    byte[] signature = Arrays.copyOfRange(signed.array(), lines.length, signed.capacity());
    String last = SIGNATURE + Base64.getEncoder().encodeToString(signature) + "\n";
    return ByteBuffer.wrap((text + last).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads an announcement.
   *
   * @param isNews looks at what it says before its signature is checked
   * @param verifier checks the signature; empty if there are no keys
   * @return empty if it is no news
   * @throws IOException if it is none, or is not signed as it must be; the message says what
   */
  static Optional<SentAnnouncement> read(
      ByteBuffer bytes, Predicate<SentAnnouncement> isNews, Optional<FrameVerifier> verifier)
      throws IOException {
    if (bytes.remaining() > MAX_BYTES) {
      throw new IOException("an announcement has at most " + MAX_BYTES + " bytes");
    }
    String text = text(bytes);
    int end = text.lastIndexOf("\n" + SIGNATURE) + 1;
    if (verifier.isPresent() && end == 0) {
      throw new IOException("it is not signed, and this device demands it");
    }
    SentAnnouncement said = parsed(end > 0 ? text.substring(0, end) : text);
    if (!isNews.test(said)) {
      return Optional.empty();
    }
    if (verifier.isPresent()) {
      requireSigned(text, end, verifier.get());
    }
    return Optional.of(said);
  }

  private static SentAnnouncement parsed(String text) throws IOException {
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(text));
      return parsed(lines);
    } catch (IllegalArgumentException e) {
      throw new IOException("this is no announcement: a line has a wrong value", e);
    }
  }

  private static String text(ByteBuffer bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("this is no announcement: it is no text in UTF-8", e);
    }
  }

  private static void requireSigned(String text, int end, FrameVerifier verifier)
      throws IOException {
    byte[] signature;
    try {
      String last = text.substring(end + SIGNATURE.length()).strip();
      signature = Base64.getDecoder().decode(last);
    } catch (IllegalArgumentException e) {
      throw new IOException("its signature is none", e);
    }
    byte[] lines = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
    if (signature.length != FrameSigner.SIGNATURE_BYTES
        || !verifier.verifies(ByteBuffer.wrap(lines), ByteBuffer.wrap(signature))) {
      throw new IOException("its signature is that of someone else");
    }
  }

  private static SentAnnouncement parsed(Properties lines) throws IOException {
    String nonce = line(lines, "session");
    if (!NONCE.matcher(nonce).matches()) {
      throw new IOException("this is no announcement: its session is not 32 hexadecimal digits");
    }
    return new SentAnnouncement(
        line(lines, "network"),
        line(lines, "device"),
        new PeerSession(nonce, Long.parseLong(line(lines, "begun"))),
        number(lines, "number", Long.MAX_VALUE),
        new Announcement(
            line(lines, "experiment"),
            line(lines, "reference"),
            (int) number(lines, "classes", Integer.MAX_VALUE),
            line(lines, "codec"),
            rounds(line(lines, "rounds")),
            (int) number(lines, "degree", PeerAnnouncements.MOST_DEVICES),
            Announcement.State.valueOf(line(lines, "state").toUpperCase(Locale.ROOT)),
            line(lines, "run")));
  }

  private static List<Long> rounds(String text) throws IOException {
    List<Long> rounds = new ArrayList<>();
    for (String round : text.split(" ", -1)) {
      if (!round.isEmpty()) {
        rounds.add(bounded("rounds", round, MOST_ROUND));
      }
    }
    return rounds;
  }

  private static long number(Properties lines, String key, long most) throws IOException {
    return bounded(key, line(lines, key), most);
  }

  private static long bounded(String key, String text, long most) throws IOException {
    long number = Long.parseLong(text);
    if (number < 0 || number > most) {
      throw new IOException(
          "this is no announcement: its " + key + " is " + number + ", and must be 0 to " + most);
    }
    return number;
  }

  private static String line(Properties lines, String key) throws IOException {
    String value = lines.getProperty(key);
    if (value == null) {
      throw new IOException("this is no announcement: it has no line " + key);
    }
    if (!key.equals("rounds") && value.length() > MAX_TEXT) {
      throw new IOException("this is no announcement: its " + key + " is too long");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IOException("this is no announcement: its " + key + " has control characters");
    }
    return value;
  }
}
