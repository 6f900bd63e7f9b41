package org.limbeck.exchange.state;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.MemoryShare;

/**
 * What a channel gives between two rounds and another one can begin from, live or read back. The
 * public copies are those of the channel, not copies of them.
 */
public sealed interface ChannelState {

  /** Returns the number of rows of the channel. */
  int rows();

  /** Returns the number of values per row. */
  int width();

  /** Returns the public copies with whose they are, in the order in which they are written. */
  Map<String, PublicCopy> copies();

  /** A channel that keeps nothing: it encodes values, or another device keeps what it knows. */
  record Empty(int rows, int width) implements ChannelState {
    @Override
    public Map<String, PublicCopy> copies() {
      return Map.of();
    }
  }

  /** A channel of differences between devices that wait for each other. */
  record LockStep(int rows, int width, Map<String, PublicCopy> copies) implements ChannelState {}

  /**
   * A channel between devices that do not wait for each other.
   *
   * @param copies that of the device itself
   * @param incarnation that of the device
   * @param transfers how many have been made over the edge to each neighbour
   */
  record Async(
      int rows,
      int width,
      Map<String, PublicCopy> copies,
      long incarnation,
      Map<String, Long> transfers)
      implements ChannelState {}

  /** A channel to a server, with what the server has sent to all devices. */
  record Server(int rows, int width, PublicCopy mean) implements ChannelState {
    /** The id of the server; no device has it. */
    public static final String ID = "@server";

    @Override
    public Map<String, PublicCopy> copies() {
      return Map.of(ID, mean);
    }
  }

  /** Writes the states of all channels of a device. */
  static void write(List<ChannelState> channels, DataOutput out) throws IOException {
    out.writeInt(channels.size());
    for (ChannelState channel : channels) {
      out.writeInt(channel.rows());
      out.writeInt(channel.width());
      out.writeInt(channel.copies().size());
      for (Map.Entry<String, PublicCopy> copy : channel.copies().entrySet()) {
        out.writeUTF(copy.getKey());
        copy.getValue().save(out);
      }
      byte[] edges = edges(channel);
      out.writeInt(edges.length);
      out.write(edges);
    }
  }

  /**
   * Reads the states of all channels of a device.
   *
   * @throws IOException if they are malformed, or say that they need more memory than there is
   */
  static List<ChannelState> read(DataInput in) throws IOException {
    MemoryShare memory = MemoryShare.ofHeap();
    List<ChannelState> channels = new ArrayList<>();
    long indexed = 0;
    for (int count = size(in); count > 0; count--) {
      int rows = size(in);
      int width = size(in);
      Map<String, PublicCopy> copies = new LinkedHashMap<>();
      for (int left = size(in); left > 0; left--) {
        String sender = in.readUTF();
        indexed += rows;
        requireRoom(memory, Integer.BYTES * indexed + (long) Float.BYTES * width);
        PublicCopy copy = new PublicCopy(rows, width);
        copy.restore(in);
        copies.put(sender, copy);
      }
      channels.add(of(rows, width, copies, in));
    }
    return channels;
  }

  private static int size(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0) {
      throw new IOException("a saved channel has the size " + size);
    }
    return size;
  }

  private static void requireRoom(MemoryShare memory, long bytes) throws IOException {
    try {
      memory.require("a saved channel", bytes);
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static ChannelState of(int rows, int width, Map<String, PublicCopy> copies, DataInput in)
      throws IOException {
    int length = size(in);
    if (length > 0) {
      Async channel = readEdges(rows, width, copies, in);
      if (edges(channel).length != length) {
        throw new IOException("the edges of a saved channel do not have " + length + " bytes");
      }
      return channel;
    }
    if (copies.isEmpty()) {
      return new Empty(rows, width);
    }
    PublicCopy mean = copies.get(Server.ID);
    return mean == null ? new LockStep(rows, width, copies) : new Server(rows, width, mean);
  }

  /** Returns the edges of a channel as bytes; none if it has no such. */
  private static byte[] edges(ChannelState channel) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (channel instanceof Async async) {
      writeEdges(async, new DataOutputStream(bytes));
    }
    return bytes.toByteArray();
  }

  private static void writeEdges(Async channel, DataOutput out) throws IOException {
    out.writeLong(channel.incarnation());
    out.writeInt(channel.transfers().size());
    for (Map.Entry<String, Long> edge : channel.transfers().entrySet()) {
      out.writeUTF(edge.getKey());
      out.writeLong(edge.getValue());
    }
  }

  private static Async readEdges(int rows, int width, Map<String, PublicCopy> copies, DataInput in)
      throws IOException {
    long incarnation = in.readLong();
    Map<String, Long> transfers = new LinkedHashMap<>();
    for (int count = size(in); count > 0; count--) {
      transfers.put(in.readUTF(), in.readLong());
    }
    return new Async(rows, width, copies, incarnation, transfers);
  }
}
