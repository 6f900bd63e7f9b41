package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.limbeck.aggregation.TrackingMean;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.codec.Codec;
import org.limbeck.codecs.Float16;
import org.limbeck.codecs.Float32;
import org.limbeck.codecs.HardLabel;
import org.limbeck.codecs.Ternary;
import org.limbeck.codecs.TopK;
import org.limbeck.codecs.Uniform;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.discovery.Announcement;
import org.limbeck.exchange.discovery.SpokenAnnouncement;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.FrameCodes;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.exchange.snapshot.EstimateSnapshot;

/** Whole frames with every sort of payload, and who can read them. */
final class FrameCorpus {
  static final int ROWS = 40;
  static final int BATCH = 12;
  static final int CLASSES = 5;
  static final List<Codec> CODECS =
      List.of(
          new Float32(),
          new Float16(),
          new Uniform(2, 0, true),
          new Uniform(4, 0, false),
          new Ternary(0, false),
          new Ternary(0, true),
          new TopK(2, 0),
          new HardLabel());

  static final String SENDER = "device-1";
  private static final int FLAGS = 6;
  private static final Envelope ENVELOPE = Envelope.of("fuzz", SENDER, new byte[32], "codec");
  private static final Announcement ANNOUNCEMENT =
      new Announcement("fuzz", "00ff", CLASSES, "codec", List.of(0L, 50L));

  private final List<FrameCode> codes;
  private final SplittableRandom random = new SplittableRandom(1);
  private final List<byte[]> frames = new ArrayList<>();

  /** Makes frames of device-1, signed ones with codes for all others that have keys. */
  FrameCorpus(KeyRing keys) {
    FrameCodes made = keys.codes(SENDER);
    codes = keys.keys().keySet().stream().flatMap(id -> made.to(id).stream()).toList();
    for (FrameWriter ending :
        List.of(
            new FrameWriter(Optional.empty()), new FrameWriter(Optional.of(keys.signer(SENDER))))) {
      for (Codec codec : CODECS) {
        frames.add(values(ending, new TriggeredCodec(codec, EventTrigger.NONE)));
        frames.add(values(ending, new TriggeredCodec(codec, new EventTrigger(0, 0.5f))));
      }
      for (int rows : new int[] {0, 7, ROWS}) {
        frames.add(snapshot(ending, rows));
        frames.add(edgeSnapshot(ending, rows));
      }
      frames.add(frame(ending, Frame.DATA, 0, SpokenAnnouncement.of(SENDER, ANNOUNCEMENT)));
    }
  }

  List<byte[]> frames() {
    return frames;
  }

  /** Returns the rows of a round, without values. */
  static Block selected() {
    Block selected = new Block(BATCH, CLASSES);
    selected.rows(BATCH);
    for (int i = 0; i < BATCH; i++) {
      selected.ids()[i] = 3 * i;
    }
    return selected;
  }

  private byte[] values(FrameWriter ending, TriggeredCodec codec) {
    BitSet some = new BitSet(BATCH);
    some.set(2, 5);
    BitSet all = new BitSet(BATCH);
    all.set(0, BATCH);
    List<EdgeHeader> notes =
        List.of(
            new EdgeHeader("device-2", false, 6, 0.25f, some),
            new EdgeHeader("device-3", true, 5, 0, new BitSet()),
            new EdgeHeader("device-4", false, 4, 0.5f, all));
    Block block = filled(selected());
    ByteBuffer payload =
        ByteBuffer.allocate(EdgeHeader.maxBytes(3, BATCH) + codec.maxBytes(BATCH, CLASSES));
    EdgeHeader.write(notes, BATCH, payload);
    codec.encode(block, payload);
    return frame(ending, Frame.DATA, codec.sendsMap() ? Frame.EXPLICIT_ROWS : 0, payload.flip());
  }

  private byte[] snapshot(FrameWriter ending, int rows) {
    Estimate estimate = new TrackingMean().open(ROWS, CLASSES);
    estimate.inject(filled(first(rows)));
    ByteBuffer payload = ByteBuffer.allocate(EstimateSnapshot.maxBytes(ROWS, CLASSES));
    EstimateSnapshot.of(estimate, ROWS, CLASSES).encode(payload);
    return frame(ending, Frame.SNAPSHOT, Frame.EXPLICIT_ROWS, payload.flip());
  }

  private byte[] edgeSnapshot(FrameWriter ending, int rows) {
    EdgeSnapshot snapshot =
        new EdgeSnapshot("hall", 3, true, 9, filled(first(rows)), filled(first(rows / 2)));
    ByteBuffer payload = ByteBuffer.allocate(snapshot.bytes(ROWS));
    snapshot.write(ROWS, payload);
    return frame(ending, Frame.SNAPSHOT, Frame.EXPLICIT_ROWS, payload.flip());
  }

  private byte[] frame(FrameWriter ending, int kind, int flags, ByteBuffer payload) {
    ByteBuffer out = ByteBuffer.allocate(ending.sizeOf(ENVELOPE, payload.remaining()));
    FrameWriter.begin(out, ENVELOPE, kind, flags, 0, 6, 150);
    out.put(payload);
    ending.end(out);
    if ((out.get(FLAGS) & Frame.SIGNED) == 0) {
      return out.array();
    }
    ByteBuffer whole = ByteBuffer.allocate(out.limit() + codes.size() * FrameCode.BYTES);
    FrameWriter.address(out, codes, whole);
    return whole.array();
  }

  private static Block first(int rows) {
    Block block = new Block(rows, CLASSES);
    block.rows(rows);
    for (int i = 0; i < rows; i++) {
      block.ids()[i] = i;
    }
    return block;
  }

  private Block filled(Block block) {
    for (int i = 0; i < block.rows() * CLASSES; i++) {
      block.values()[i] = (float) random.nextDouble(-1, 1);
    }
    return block;
  }
}
