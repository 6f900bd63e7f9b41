package org.limbeck.engine.device;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.limbeck.engine.privacy.PrivacyAccountant;
import org.limbeck.exchange.channel.SerializedState;
import org.limbeck.exchange.endpoint.PendingTraffic;
import org.limbeck.exchange.state.ChannelState;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * The state of a device between two rounds, apart from any plug-in's classes: what is left of a
 * device when the plug-ins that made it are gone.
 *
 * @param id the device
 * @param rows the numbers of its private rows
 * @param model the state of its model
 * @param estimate the state of its estimate
 * @param participant the state of its part in the algorithm
 * @param channels the states of its channels, each a {@link ChannelState}
 * @param traffic its traffic that is still to be reported, an {@link PendingTraffic}
 * @param privacy what its private rows have revealed, an {@link PrivacyAccountant}; empty without
 *     privacy
 */
public record DeviceState(
    String id,
    int[] rows,
    byte[] model,
    byte[] estimate,
    byte[] participant,
    byte[] channels,
    byte[] traffic,
    byte[] privacy) {

  private static final int FIRST_ROWS = 1024;

  /** Takes the state of a device. */
  public static DeviceState of(DeviceRuntime device) throws IOException {
    return of(device, 0);
  }

  /**
   * Takes the state of a device, of which others may have seen some more rounds when it is
   * restored.
   *
   * @param rounds how many more count for what its private rows have revealed
   */
  public static DeviceState of(DeviceRuntime device, long rounds) throws IOException {
    return new DeviceState(
        device.id(),
        device.privateRows(),
        SerializedState.of(device.model()::save),
        SerializedState.of(device.estimate()::save),
        SerializedState.of(device.participant()::save),
        SerializedState.of(out -> ChannelState.write(device.channelStates(), out)),
        SerializedState.of(device.pendingTraffic()::write),
        SerializedState.of(out -> device.savePrivacy(rounds, out)));
  }

  /** Reads a state that {@link #write} wrote. */
  public static DeviceState read(DataInput in) throws IOException {
    String id = in.readUTF();
    return new DeviceState(
        id,
        readRows(in),
        SerializedState.read(in),
        SerializedState.read(in),
        SerializedState.read(in),
        SerializedState.read(in),
        SerializedState.read(in),
        SerializedState.read(in));
  }

  /** Room is made as the numbers arrive, however many there are said to be. */
  private static int[] readRows(DataInput in) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      throw new IOException("a device has " + count + " private rows");
    }
    int[] rows = new int[Math.min(count, FIRST_ROWS)];
    for (int i = 0; i < count; i++) {
      if (i == rows.length) {
        rows = Arrays.copyOf(rows, i + Math.min(i, count - i));
      }
      rows[i] = in.readInt();
    }
    return rows;
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(id);
    out.writeInt(rows.length);
    for (int row : rows) {
      out.writeInt(row);
    }
    for (byte[] part : new byte[][] {model, estimate, participant, channels, traffic, privacy}) {
      SerializedState.write(part, out);
    }
  }

  /** Reads the states of the channels of the device. */
  public List<ChannelState> channelStates() throws IOException {
    DataInputStream in = input(channels);
    List<ChannelState> states = ChannelState.read(in);
    requireEnd(in, "channels");
    return states;
  }

  /** Lets a device report what the one whose state this is had not reported yet. */
  public void handOverTraffic(DeviceRuntime device) throws IOException {
    DataInputStream in = input(traffic);
    device.reportsFor(PendingTraffic.read(in));
    requireEnd(in, "traffic");
  }

  /**
   * Lets a device go on counting what its private rows have revealed.
   *
   * @throws InvalidInputException if nobody has counted it so far
   */
  public void handOverPrivacy(DeviceRuntime device) throws IOException {
    if (device.accountant().isEmpty()) {
      return;
    }
    if (privacy.length == 0) {
      throw new InvalidInputException(
          new Origin("privacy", 0, ""),
          id
              + " has learnt without privacy before, and what its rows have revealed then cannot be"
              + " counted: leave this key out, or begin anew in another folder");
    }
    SerializedState.restore(privacy, device.accountant().get());
  }

  private static void requireEnd(DataInputStream in, String part) throws IOException {
    if (in.available() > 0) {
      throw new IOException(in.available() + " bytes of its " + part + " were not read");
    }
  }

  private static DataInputStream input(byte[] part) {
    return new DataInputStream(new ByteArrayInputStream(part));
  }
}
