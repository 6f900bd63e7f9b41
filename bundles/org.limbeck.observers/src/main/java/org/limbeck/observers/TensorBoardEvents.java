package org.limbeck.observers;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * The messages of TensorBoard's event files, by the numbers of the fields in <a
 * href="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/compat/proto/event.proto">event.proto</a>
 * and <a
 * href="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/compat/proto/summary.proto">summary.proto</a>.
 */
final class TensorBoardEvents {
  private static final String VERSION = "brain.Event:2";
  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;
  private static final int SUMMARY_VALUE = 1;
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE_VALUE = 2;
  private static final double MILLIS_PER_SECOND = 1000;

  /** Writes the fields of a message. */
  @FunctionalInterface
  private interface Fields {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private TensorBoardEvents() {}

  /** Returns the event that a file begins with. */
  static byte[] version(Instant time) throws IOException {
    return message(
        out -> {
          out.writeDouble(EVENT_WALL_TIME, seconds(time));
          out.writeString(EVENT_FILE_VERSION, VERSION);
        });
  }

  /** Returns an event with scalars of one step, by their tags, as numbers of 32 bits. */
  static byte[] scalars(Instant time, long step, Map<String, Double> values) throws IOException {
    byte[] summary =
        message(
            out -> {
              for (Map.Entry<String, Double> value : values.entrySet()) {
                out.writeByteArray(
                    SUMMARY_VALUE, scalar(value.getKey(), value.getValue().floatValue()));
              }
            });
    return message(
        out -> {
          out.writeDouble(EVENT_WALL_TIME, seconds(time));
          out.writeInt64(EVENT_STEP, step);
          out.writeByteArray(EVENT_SUMMARY, summary);
        });
  }

  private static byte[] scalar(String tag, float value) throws IOException {
    return message(
        out -> {
          out.writeString(VALUE_TAG, tag);
          out.writeFloat(VALUE_SIMPLE_VALUE, value);
        });
  }

  private static byte[] message(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.writeTo(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / MILLIS_PER_SECOND;
  }
}
