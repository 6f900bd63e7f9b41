package org.limbeck.exchange.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.PeerAnnouncements;
import org.limbeck.exchange.discovery.PeerSession;
import org.limbeck.exchange.discovery.SpokenAnnouncement;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.KeyRing;

/**
 * Whatever is announced, nothing is thrown but what ends a start with a message; and with keys
 * nothing is believed but what was signed. More than the usual number of announcements: {@code
 * -Dlimbeck.fuzz=10000000}.
 */
class AnnouncementFuzzTest {
  private static final int ANNOUNCEMENTS = Integer.getInteger("limbeck.fuzz", 100_000);

  /** Signatures take a thirtieth of a millisecond each. */
  private static final int SIGNED = 20;

  private static final List<String> DEVICES = List.of("attic", "hall");
  private static final Announcement OWN =
      new Announcement("rows", "ab", 10, "float32", List.of(0L, 100L, 200L)).withDegree(1);
  private static final String[] VALUES = {
    "",
    "0",
    "-1",
    "1",
    "2147483647",
    "2147483648",
    "-9223372036854775808",
    "NaN",
    "1e9",
    "٣",
    "finished",
    "ready",
    "\\u0000",
    "\\u001b[2J",
    "\\",
    "= =",
    "\uD83D\uDE00",
    "0 0 0",
    "a".repeat(513)
  };
  private static final KeyRing KEYS =
      new KeyRing(
          "keys",
          Map.of("hall", DeviceKeys.generate("hall"), "attic", DeviceKeys.generate("attic")));

  private final SplittableRandom random = new SplittableRandom(21);
  private final Set<Announcement> signed = new HashSet<>();

  @Test
  void nothingIsThrown() {
    List<byte[]> corpus = corpus(Optional.empty());
    int believed = 0;
    PeerAnnouncements open = new PeerAnnouncements("home", Optional.empty());
    for (int i = 0; i < ANNOUNCEMENTS; i++) {
      if (i % 1000 == 0) {
        open = new PeerAnnouncements("home", Optional.empty());
      }
      hear(open, mutant(corpus));
      believed += open.present().size();
    }
    assertThat(believed).as("announcements that were believed").isPositive();
  }

  @Test
  void nothingIsBelievedThatWasNotSigned() {
    List<byte[]> corpus = corpus(Optional.of(KEYS));
    PeerAnnouncements locked = new PeerAnnouncements("home", Optional.of(KEYS));
    for (int i = 0; i < ANNOUNCEMENTS / SIGNED; i++) {
      hear(locked, random.nextInt(20) == 0 ? any(corpus) : mutant(corpus));
      assertThat(signed).containsAll(locked.everHeard().values());
    }
    assertThat(locked.everHeard()).containsOnlyKeys(DEVICES);
  }

  private void hear(PeerAnnouncements announcements, byte[] mutant) {
    byte[] before = mutant.clone();
    try {
      announcements.heard(DEVICES.get(random.nextInt(DEVICES.size())), ByteBuffer.wrap(mutant));
      begin(new OtherParts(announcements, DEVICES));
    } catch (RuntimeException | Error e) {
      throw new AssertionError(HexFormat.of().formatHex(before), e);
    }
    assertThat(Arrays.equals(mutant, before)).as("the bytes stay as they are").isTrue();
  }

  private static void begin(OtherParts others) {
    try {
      others.areReadyFor("ab", OWN.rounds());
      others.fit(OWN, any -> true);
      others.haveEnded();
      others.requireFit(OWN, any -> true);
    } catch (StartException e) {
      Objects.requireNonNull(e.getMessage());
    }
  }

  private List<byte[]> corpus(Optional<KeyRing> keys) {
    List<byte[]> corpus = new ArrayList<>();
    for (String device : DEVICES) {
      PeerSession session = SpokenAnnouncement.nextSession();
      List<Announcement> said =
          List.of(
              OWN,
              OWN.readyFor("ab"),
              OWN.from(List.of(300L)),
              OWN.as(Announcement.State.FINISHED));
      for (int number = 0; number < said.size(); number++) {
        signed.add(said.get(number));
        ByteBuffer bytes =
            SpokenAnnouncement.of("home", device, session, number, said.get(number), keys);
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        corpus.add(copy);
      }
    }
    return corpus;
  }

  private byte[] any(List<byte[]> corpus) {
    return corpus.get(random.nextInt(corpus.size()));
  }

  private byte[] mutant(List<byte[]> corpus) {
    byte[] mutant = any(corpus);
    for (int count = 1 + random.nextInt(3); count > 0; count--) {
      mutant = random.nextBoolean() ? otherLines(mutant, any(corpus)) : otherBytes(mutant);
    }
    return mutant;
  }

  private byte[] otherBytes(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    byte[] mutant = bytes.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 1 -> mutant[at] = (byte) random.nextInt();
      case 2 -> mutant = Arrays.copyOf(mutant, at);
      default -> mutant = Arrays.copyOf(mutant, bytes.length + random.nextInt(20_000));
    }
    return mutant;
  }

  private byte[] otherLines(byte[] bytes, byte[] other) {
    List<String> lines = lines(bytes);
    List<String> donor = lines(other);
    int at = random.nextInt(lines.size());
    String key = lines.get(at).split(" = ", 2)[0];
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> lines.set(at, donor.get(random.nextInt(donor.size())));
      case 3 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 4 -> lines.set(at, donor.get(Math.min(at, donor.size() - 1)));
      default -> lines.set(at, key + " = " + VALUES[random.nextInt(VALUES.length)]);
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> lines(byte[] bytes) {
    return new ArrayList<>(
        Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
  }
}
