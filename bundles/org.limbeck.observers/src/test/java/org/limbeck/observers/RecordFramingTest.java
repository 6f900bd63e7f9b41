package org.limbeck.observers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecordFramingTest {
  @Test
  void theReaderHasTheChecksumOfTheStandard() {
    assertThat(EventReader.checksum("123456789".getBytes(US_ASCII))).isEqualTo(0xe3069283);
  }

  /** These twelve bytes begin every event file that TensorFlow has written. */
  @Test
  void aRecordBeginsAsThoseOfTensorFlow() {
    assertThat(HexFormat.of().formatHex(RecordFraming.framed(new byte[24]), 0, 12))
        .isEqualTo("1800000000000000a37f4b22");
  }

  @Test
  void recordsAreReadBack() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (String data : new String[] {"one", "", "three"}) {
      file.write(RecordFraming.framed(data.getBytes(US_ASCII)));
    }
    assertThat(EventReader.records(file.toByteArray()))
        .extracting(data -> new String(data, US_ASCII))
        .containsExactly("one", "", "three");
  }
}
