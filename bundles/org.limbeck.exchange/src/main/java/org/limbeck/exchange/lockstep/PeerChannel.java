package org.limbeck.exchange.lockstep;

import java.util.List;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.state.ChannelStates;

/** A channel to neighbours that are in step, as what brings it their frames sees it. */
interface PeerChannel extends Channel, ExchangeChannel {

  /**
   * Returns the channel that a frame is for.
   *
   * @throws MalformedFrameException if it is none of these
   */
  static PeerChannel addressed(Frame frame, List<PeerChannel> channels)
      throws MalformedFrameException {
    for (PeerChannel channel : channels) {
      if (frame.kind() == Frame.DATA && channel.number() == frame.channel()) {
        return channel;
      }
    }
    throw new MalformedFrameException(
        RejectReason.UNEXPECTED,
        "a frame of "
            + frame.sender()
            + " is for channel "
            + frame.channel()
            + ", which is not there");
  }

  /** Returns its number among the channels of the device. */
  int number();

  /**
   * Leads to these neighbours from now on.
   *
   * @param states what the copies of their values begin from; values begin anew
   */
  void connect(List<Neighbour> neighbours, ChannelStates states);

  /** Returns the ids of those whose frames it reads, in ascending order. */
  List<String> senders();

  /** Returns whose frame of a round has not arrived, of those who send one. */
  List<String> missing(long round, ReorderBuffer arrivals);

  /** Sends the frame of a round to a neighbour again, if it is still there. */
  void resend(long round, String neighbour);

  /**
   * Checks what can be told of a frame before its round has come.
   *
   * @throws MalformedFrameException if it cannot be taken in then
   */
  void check(Frame arrived) throws MalformedFrameException;

  /**
   * Checks what can be told of a frame of the present round.
   *
   * @throws MalformedFrameException if it is not the next frame of a neighbour
   */
  void requireDue(Frame arrived) throws MalformedFrameException;

  /**
   * Takes in a neighbour's frame. Where copies are shared its sender has decoded it for all.
   *
   * @throws MalformedFrameException if it is not the next frame of a neighbour's channel, or its
   *     payload cannot be decoded; nothing has changed then
   */
  void receive(Frame received) throws MalformedFrameException;
}
