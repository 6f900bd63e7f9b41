package org.limbeck.report.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.event.DeviceDecisions;

class DecisionsFormatTest {
  private static final float ODD_NAN = Float.intBitsToFloat(0x7fc12345);
  private static final Decisions DECISIONS =
      new Decisions(
          10,
          2,
          1,
          List.of(
              new DeviceDecisions("a", 2, new float[] {0.25f, 0.75f}, new float[] {ODD_NAN, -0f})));

  @TempDir private Path place;

  @Test
  void isAsTheDocumentationSays() throws IOException {
    assertThat(written())
        .isEqualTo(
            HexFormat.of()
                .parseHex(
                    "4c424b44"
                        + "00000001"
                        + "000000000000000a"
                        + "00000002"
                        + "00000001"
                        + "00000001"
                        + "000161"
                        + "3e8000003f400000"
                        + "7fc1234580000000"));
  }

  @Test
  void theBitsAreKept() throws IOException {
    Decisions read = read(written());
    assertThat(read.round()).isEqualTo(10);
    assertThat(read.classes()).isEqualTo(2);
    assertThat(read.rows()).isEqualTo(1);
    DeviceDecisions device = read.devices().get(0);
    assertThat(device.device()).isEqualTo("a");
    assertThat(device.decisions()).containsExactly(0.25f, 0.75f);
    assertThat(Float.floatToRawIntBits(device.estimate()[0])).isEqualTo(0x7fc12345);
    assertThat(Float.floatToRawIntBits(device.estimate()[1])).isEqualTo(0x80000000);
  }

  @Test
  void anythingElseIsRefused() throws IOException {
    byte[] bytes = written();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatIOException().isThrownBy(() -> read(cut)).withMessageEndingWith(" is cut short");
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatIOException().isThrownBy(() -> read(longer)).withMessageContaining("is longer");
    byte[] newer = bytes.clone();
    newer[7] = 2;
    assertThatIOException()
        .isThrownBy(() -> read(newer))
        .withMessageEndingWith(" holds decisions in version 2; version 1 is known");
    byte[] huge = bytes.clone();
    Arrays.fill(huge, 16, 28, (byte) 0x7f);
    assertThatIOException().isThrownBy(() -> read(huge)).withMessageEndingWith(" is cut short");
    byte[] negative = bytes.clone();
    negative[16] = -1;
    assertThatIOException().isThrownBy(() -> read(negative));
  }

  @Test
  void decisionsAreOfOneSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Decisions(0, 2, 2, DECISIONS.devices()))
        .withMessage("a is to have 4 decisions and estimates of 2 classes");
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DecisionsFormat.write(DECISIONS, out);
    return out.toByteArray();
  }

  private Decisions read(byte[] bytes) throws IOException {
    return DecisionsFormat.read(Files.write(place.resolve("10.bin"), bytes));
  }
}
