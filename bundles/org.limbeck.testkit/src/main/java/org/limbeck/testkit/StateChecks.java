package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Supplier;
import org.limbeck.api.Stateful;

/** Saves and restores, and checks what {@link Stateful} promises of every state. */
final class StateChecks {
  private static final byte[] WHAT_FOLLOWS = {7, 6, 5, 4, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1, 0};

  private StateChecks() {}

  static byte[] save(Stateful object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      object.save(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError("saving failed", e);
    }
    return bytes.toByteArray();
  }

  static <T extends Stateful> T restore(T object, byte[] state) {
    try {
      object.restore(new DataInputStream(new ByteArrayInputStream(state)));
    } catch (IOException e) {
      throw new AssertionError("restoring failed", e);
    }
    return object;
  }

  static void assertReadsExactlyItsOwn(Supplier<? extends Stateful> fresh, byte[] state)
      throws IOException {
    byte[] longer = Arrays.copyOf(state, state.length + WHAT_FOLLOWS.length);
    System.arraycopy(WHAT_FOLLOWS, 0, longer, state.length, WHAT_FOLLOWS.length);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(longer));
    fresh.get().restore(in);
    assertThat(in.readAllBytes())
        .as("what follows the state in its stream")
        .isEqualTo(WHAT_FOLLOWS);
  }

  static void assertRefusesTruncated(Supplier<? extends Stateful> fresh, byte[] state) {
    for (int length : new int[] {0, 1, state.length / 2, state.length - 1}) {
      if (length >= 0 && length < state.length) {
        assertThatThrownBy(() -> restoreFrom(fresh.get(), Arrays.copyOf(state, length)))
            .as("restoring %d of %d bytes", length, state.length)
            .isInstanceOf(IOException.class);
      }
    }
  }

  static void assertRefusesForeign(Supplier<? extends Stateful> fresh, byte[] foreign) {
    assertThatThrownBy(() -> restoreFrom(fresh.get(), foreign))
        .isInstanceOf(IOException.class)
        .message()
        .as("the message that says what was expected")
        .isNotBlank();
  }

  static void assertReportsAFullDisk(Stateful object) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("the disk is full");
          }
        };
    assertThatThrownBy(() -> object.save(new DataOutputStream(full)))
        .as("saving to a stream that fails")
        .isInstanceOf(IOException.class);
  }

  private static void restoreFrom(Stateful object, byte[] state) throws IOException {
    object.restore(new DataInputStream(new ByteArrayInputStream(state)));
  }
}
