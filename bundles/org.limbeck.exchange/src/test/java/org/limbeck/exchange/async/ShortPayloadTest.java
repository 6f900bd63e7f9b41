package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.snapshot.EstimateSnapshot;

/** Where rows are many, a few bytes do not make room for those that have not arrived. */
class ShortPayloadTest {
  private static final int ROWS = 1 << 24;
  private static final int CLASSES = 10;
  private static final int NOTES = 1000;
  private static final int NOTE_BYTES = 7;
  private static final byte TRANSFER_OF_ALL = 3;
  private static final long FEW_BYTES = 256 << 10;

  @BeforeEach
  void requireMeasurement() {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
  }

  @Test
  void snapshots() {
    ByteBuffer payload = ByteBuffer.allocate(100);
    assertAllocatesFew(() -> refuses(() -> EstimateSnapshot.decode(payload, ROWS, CLASSES)));
    assertAllocatesFew(() -> refuses(() -> EdgeSnapshot.read(payload, ROWS, CLASSES)));
  }

  @Test
  void notesThatAreCutShort() {
    ByteBuffer payload = ByteBuffer.allocate(20).putShort(0, (short) -1);
    assertAllocatesFew(() -> refuses(() -> EdgeHeader.read(payload.duplicate(), ROWS)));
  }

  @Test
  void notesWithoutTransfers() {
    ByteBuffer payload = ByteBuffer.allocate(2 + NOTES * NOTE_BYTES);
    payload.putShort((short) NOTES);
    for (int i = 0; i < NOTES; i++) {
      payload.put((byte) 1).put((byte) 'a').put((byte) 0).putInt(0);
    }
    payload.flip();
    assertAllocatesFew(
        () -> assertThat(EdgeHeader.read(payload.duplicate(), ROWS).size()).isEqualTo(NOTES));
  }

  @Test
  void notesOfAllRowsShareThem() throws MalformedFrameException {
    ByteBuffer payload = ByteBuffer.allocate(2 + NOTES * (NOTE_BYTES + Float.BYTES));
    payload.putShort((short) NOTES);
    for (int i = 0; i < NOTES; i++) {
      payload.put((byte) 1).put((byte) 'a').put(TRANSFER_OF_ALL).putInt(0).putFloat(0.5f);
    }
    payload.flip();
    List<EdgeHeader> notes = EdgeHeader.read(payload, ROWS);
    assertThat(notes).hasSize(NOTES);
    assertThat(notes.get(0).rows().cardinality()).isEqualTo(ROWS);
    assertThat(notes)
        .allSatisfy(note -> assertThat((Object) note.rows()).isSameAs(notes.get(0).rows()));
  }

  private static void refuses(ThrowingCallable reading) {
    assertThatThrownBy(reading).isInstanceOf(MalformedFrameException.class);
  }

  @SuppressWarnings("deprecation") // Java 17 has no other name for Thread.getId
  private static void assertAllocatesFew(ThrowingCallable reading) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      call(reading);
      bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
    assertThat(bytes).isLessThan(FEW_BYTES);
  }

  private static void call(ThrowingCallable reading) {
    try {
      reading.call();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
