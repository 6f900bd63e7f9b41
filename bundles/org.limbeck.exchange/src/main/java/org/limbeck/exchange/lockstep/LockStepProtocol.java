package org.limbeck.exchange.lockstep;

import java.util.Optional;
import java.util.function.Supplier;
import org.limbeck.api.codec.Codec;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.ExchangeProtocol;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.neighbours.EdgeSchedule;
import org.limbeck.exchange.server.AveragingServer;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.PublicCopies;

/**
 * Devices wait for each other in every round.
 *
 * @param codec what encodes values
 * @param trigger which rows of differences are sent
 * @param valuesOnly whether frames to neighbours encode values, whatever the algorithm asks for
 * @param copies where devices hold public copies
 * @param server the server; empty if there can be none
 * @param schedule which edges rows go over; empty if over all
 * @param conserves whether the aggregation rule conserves the sum, and so can mix edge by edge
 */
public record LockStepProtocol(
    Codec codec,
    EventTrigger trigger,
    boolean valuesOnly,
    PublicCopies copies,
    Optional<AveragingServer> server,
    Optional<EdgeSchedule> schedule,
    boolean conserves)
    implements ExchangeProtocol {

  /** Rows go over all edges. */
  public LockStepProtocol(
      Codec codec,
      EventTrigger trigger,
      boolean valuesOnly,
      PublicCopies copies,
      Optional<AveragingServer> server) {
    this(codec, trigger, valuesOnly, copies, server, Optional.empty(), false);
  }

  @Override
  public DeviceExchange open(FramePort port, ChannelStates states, Supplier<Workspace> workspace) {
    return new LockStepExchange(this, port, states, workspace);
  }
}
