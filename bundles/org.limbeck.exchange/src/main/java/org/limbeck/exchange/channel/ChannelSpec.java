package org.limbeck.exchange.channel;

import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.exchange.state.CopyRequest;

/**
 * What an algorithm asks for when it opens a channel.
 *
 * @param number the number among the channels of the device
 * @param rows the number of rows
 * @param width values per row
 * @param selection the rows of a round
 */
public record ChannelSpec(int number, int rows, int width, RowSelection selection) {

  /** Returns the rows of its frames. */
  public SelectedRows selectedRows() {
    return new SelectedRows(selection);
  }

  /** Returns the need for the public copy of a sender. */
  public CopyRequest copy(String device, String sender) {
    return new CopyRequest(device, number, sender, rows, width);
  }

  /** Returns the need for the public copy of a sender that it has for one receiver only. */
  public CopyRequest copy(String device, String sender, String receiver) {
    return new CopyRequest(device, number, sender, rows, width, sender + ">" + receiver);
  }
}
