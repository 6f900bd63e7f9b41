package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.discovery.PeerAnnouncements;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.FrameVerifier;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.exchange.snapshot.EstimateSnapshot;

/**
 * Whatever bytes arrive, they are read or refused by an exception that is documented, they stay as
 * they are, and they cost memory in proportion to their length only. More than the usual number of
 * frames: {@code -Dlimbeck.fuzz=10000000}.
 */
class FrameFuzzTest {
  private static final int FRAMES = Integer.getInteger("limbeck.fuzz", 100_000);

  /** Buffers of fixed size: the dense snapshot, models of entropy coders, messages, text. */
  private static final long FIXED_BYTES = 64 << 10;

  private static final long BYTES_PER_BYTE = 64;
  private static final int SIGNATURES_CHECKED = 100;
  private static final String RECEIVER = "device-2";

  private final SplittableRandom random = new SplittableRandom(20);
  private final FrameMutator mutator = new FrameMutator(random);
  private final Block selected = FrameCorpus.selected();
  private final Block decoded = new Block(FrameCorpus.BATCH, FrameCorpus.CLASSES);
  private final Frame frame = new Frame();
  private final List<TriggeredCodec> codecs =
      FrameCorpus.CODECS.stream()
          .flatMap(
              codec ->
                  List.of(
                      new TriggeredCodec(codec, EventTrigger.NONE),
                      new TriggeredCodec(codec, new EventTrigger(0, 0.5f)))
                      .stream())
          .toList();

  @Test
  void everyByteSequenceIsReadOrRefused() throws Exception {
    KeyRing keys =
        new KeyRing(
            "keys",
            Stream.of(FrameCorpus.SENDER, RECEIVER, "device-3")
                .collect(Collectors.toMap(id -> id, DeviceKeys::generate)));
    FrameVerifier verifier = keys.verifier(FrameCorpus.SENDER).orElseThrow();
    FrameCode code = keys.codes(RECEIVER).from(FrameCorpus.SENDER).orElseThrow();
    List<byte[]> corpus = new FrameCorpus(keys).frames();
    Set<String> coded =
        corpus.stream().map(FrameFuzzTest::headerAndSignature).collect(Collectors.toSet());
    int whole = 0;
    int withCode = 0;
    for (int i = 0; i < FRAMES; i++) {
      byte[] seed = corpus.get(random.nextInt(corpus.size()));
      byte[] mutant = mutator.mutate(seed, corpus.get(random.nextInt(corpus.size())));
      byte[] before = mutant.clone();
      TriggeredCodec codec = codecs.get(random.nextInt(codecs.size()));
      long start = allocatedBytes();
      whole += reads(mutant, codec) ? 1 : 0;
      if (isTooMuch(allocatedBytes() - start, mutant)) {
        requireFew(mutant, codec);
      }
      if (hasCode(mutant, code)) {
        assertThat(coded).contains(headerAndSignature(mutant));
        withCode++;
      }
      if (i % SIGNATURES_CHECKED == 0 && isWhole(mutant) && frame.isSigned()) {
        frame.isSignedBy(verifier);
      }
      if (!Arrays.equals(mutant, before)) {
        throw new AssertionError("reading has changed " + hex(before));
      }
    }
    assertThat(whole).as("frames that got beyond their header").isGreaterThan(FRAMES / 4);
    assertThat(withCode).as("frames with another payload or other codes").isPositive();
  }

  private static boolean hasCode(byte[] mutant, FrameCode code) {
    ByteBuffer bytes = ByteBuffer.wrap(mutant);
    return Frame.beginsAsOf(bytes, FrameCorpus.SENDER.getBytes(StandardCharsets.UTF_8))
        && Frame.hasCode(bytes, code);
  }

  /** Returns what a code is made of, by docs/wire-format.md. */
  private static String headerAndSignature(byte[] frame) {
    int header = 41 + Byte.toUnsignedInt(frame[40]);
    int end = header + ByteBuffer.wrap(frame).getInt(36);
    return hex(Arrays.copyOf(frame, header)) + hex(Arrays.copyOfRange(frame, end, end + 64));
  }

  /** What was too much may have been classes that were loaded; the second time it cannot be. */
  private void requireFew(byte[] mutant, TriggeredCodec codec) {
    long start = allocatedBytes();
    reads(mutant, codec);
    long allocated = allocatedBytes() - start;
    assertThat(isTooMuch(allocated, mutant))
        .as("%d bytes are too many for %s with %s", allocated, hex(mutant), codec)
        .isFalse();
  }

  private static boolean isTooMuch(long allocated, byte[] mutant) {
    return allocated > FIXED_BYTES + BYTES_PER_BYTE * mutant.length;
  }

  private boolean reads(byte[] mutant, TriggeredCodec codec) {
    try {
      boolean whole = isWhole(mutant);
      ByteBuffer payload = whole ? frame.payload() : ByteBuffer.wrap(mutant);
      if (whole) {
        frame.sender();
      }
      switch (random.nextInt(8)) {
        case 0 -> readAnnouncement(payload);
        case 1, 2 -> readSnapshots(payload);
        default -> readNotes(payload.duplicate().order(ByteOrder.BIG_ENDIAN), codec);
      }
      return whole;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(hex(mutant) + " with " + codec, e);
    }
  }

  private boolean isWhole(byte[] mutant) {
    try {
      frame.read(ByteBuffer.wrap(mutant));
      return true;
    } catch (MalformedFrameException e) {
      return false;
    }
  }

  private void readNotes(ByteBuffer payload, TriggeredCodec codec) {
    try {
      EdgeHeader.read(payload, FrameCorpus.BATCH);
    } catch (MalformedFrameException e) {
      payload.position(payload.limit() / 2);
    }
    try {
      codec.decode(payload, selected, decoded);
      for (int i = 0; i < decoded.rows() * decoded.width(); i++) {
        if (!Float.isFinite(decoded.values()[i])) {
          throw new AssertionError("a codec has let " + decoded.values()[i] + " pass");
        }
      }
    } catch (MalformedPayloadException e) {
      Objects.requireNonNull(e.getMessage());
    }
  }

  private static void readSnapshots(ByteBuffer payload) {
    try {
      EdgeSnapshot.read(payload.duplicate(), FrameCorpus.ROWS, FrameCorpus.CLASSES);
    } catch (MalformedFrameException e) {
      Objects.requireNonNull(e.reason());
    }
    try {
      EstimateSnapshot.decode(payload.duplicate(), FrameCorpus.ROWS, FrameCorpus.CLASSES);
    } catch (MalformedFrameException e) {
      Objects.requireNonNull(e.reason());
    }
  }

  private static void readAnnouncement(ByteBuffer payload) {
    new PeerAnnouncements("", Optional.empty()).heard("device-1", payload.duplicate());
  }

  @SuppressWarnings("deprecation") // Java 17 has no other name for Thread.getId
  private static long allocatedBytes() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
        ? bean.getThreadAllocatedBytes(Thread.currentThread().getId())
        : 0;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
