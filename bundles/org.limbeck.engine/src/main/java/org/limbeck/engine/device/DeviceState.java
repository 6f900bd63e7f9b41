package org.limbeck.engine.device;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import org.limbeck.api.Stateful;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Origin;
import org.limbeck.engine.privacy.Accountant;

/**
 * The state of a device between two rounds, apart from any plug-in's classes: what is left of a
 * device when the plug-ins that made it are gone.
 *
 * @param id the device
 * @param rows the numbers of its private rows
 * @param model the state of its model
 * @param estimate the state of its estimate
 * @param participant the state of its part in the algorithm
 * @param channels its public copies, for {@link SavedCopies}
 * @param traffic its traffic that is still to be reported, an {@link Unreported}
 * @param privacy what its private rows have revealed, an {@link Accountant}; empty without privacy
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
        bytes(device.model()::save),
        bytes(device.estimate()::save),
        bytes(device.participant()::save),
        bytes(device::saveChannels),
        bytes(device.unreported()::write),
        bytes(out -> device.savePrivacy(rounds, out)));
  }

  /** Reads a state that {@link #write} wrote. */
  public static DeviceState read(DataInput in) throws IOException {
    String id = in.readUTF();
    int[] rows = new int[in.readInt()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = in.readInt();
    }
    return new DeviceState(
        id,
        rows,
        readBytes(in),
        readBytes(in),
        readBytes(in),
        readBytes(in),
        readBytes(in),
        readBytes(in));
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(id);
    out.writeInt(rows.length);
    for (int row : rows) {
      out.writeInt(row);
    }
    for (byte[] part : new byte[][] {model, estimate, participant, channels, traffic, privacy}) {
      out.writeInt(part.length);
      out.write(part);
    }
  }

  /** Returns where the channels of the device begin. */
  SavedCopies copies() throws IOException {
    return SavedCopies.read(input(channels));
  }

  /** Lets a device report what the one whose state this is had not reported yet. */
  public void handOverTraffic(DeviceRuntime device) throws IOException {
    device.reportsFor(Unreported.read(input(traffic)));
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
    restore(privacy, device.accountant().get());
  }

  /**
   * Restores a part of the state.
   *
   * @throws IOException if it is not the state of such an object, or not all of it was read
   */
  public static void restore(byte[] state, Stateful object) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(state);
    object.restore(new DataInputStream(bytes));
    if (bytes.available() > 0) {
      throw new IOException(bytes.available() + " bytes of the saved state were not read");
    }
  }

  /** Returns the state of an object. */
  public static byte[] save(Stateful object) throws IOException {
    return bytes(object::save);
  }

  public static byte[] bytes(Writing state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    state.writeTo(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static DataInputStream input(byte[] part) {
    return new DataInputStream(new ByteArrayInputStream(part));
  }

  private static byte[] readBytes(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  @FunctionalInterface
  public interface Writing {
    void writeTo(DataOutput out) throws IOException;
  }
}
