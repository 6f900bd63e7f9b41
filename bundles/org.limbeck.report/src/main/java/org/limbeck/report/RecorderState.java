package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.limbeck.api.event.RunStarted;

/**
 * All that a recorder knows between two rounds. Saved as its version, the length of the rest in
 * bytes, and the components as JSON, packed with gzip.
 *
 * @param startedAt when the run began, in ISO 8601
 * @param nanos how long it has taken
 * @param start the event that began it
 * @param network what it is made of now
 * @param rounds the number of rounds completed
 * @param totals what has come together for each device
 * @param departed the devices that have left
 * @param pending the changes since the last evaluation
 * @param evaluations all evaluations
 * @param evaluationSeconds how long the run had taken at each of them
 * @param swaps all changes of the network
 * @param swapSeconds how long each of them took
 * @param part the devices of this process, where others run elsewhere; empty if there are none
 */
record RecorderState(
    String startedAt,
    long nanos,
    RunStarted start,
    @JsonProperty("wiring") NetworkDescription network,
    long rounds,
    @JsonProperty("tallies") List<DeviceTotals> totals,
    List<DepartedDevice> departed,
    List<DatedChange> pending,
    List<Evaluation> evaluations,
    List<Double> evaluationSeconds,
    List<SwapRecord> swaps,
    List<Double> swapSeconds,
    List<String> part) {
  private static final int VERSION = 5;
  private static final int OLDEST = 2;
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** Nothing said of a part, as in older states, is all devices. */
  RecorderState {
    part = part == null ? List.of() : List.copyOf(part);
  }

  void save(DataOutput out) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(packed)) {
      MAPPER.writeValue(packing, this);
    }
    out.writeInt(VERSION);
    out.writeInt(packed.size());
    out.write(packed.toByteArray());
  }

  /**
   * Reads what {@link #save} wrote, now or in an older version: version 2 says nothing of mixing
   * and classes, version 3 nothing of wires and parts, version 4 nothing of how test rows are
   * classified.
   *
   * @throws IOException if it is something else
   */
  static RecorderState restore(DataInput in) throws IOException {
    int version = in.readInt();
    if (version < OLDEST || version > VERSION) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a record of a run in version %d to %d belongs here, not in version %d",
              OLDEST,
              VERSION,
              version));
    }
    int size = in.readInt();
    if (size < 0) {
      throw new IOException("the record of a run cannot have " + size + " bytes");
    }
    byte[] packed = new byte[size];
    in.readFully(packed);
    try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return MAPPER.readValue(unpacking, RecorderState.class);
    }
  }
}
