package org.limbeck.api.algorithm;

import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A channel that passes every call on to another one, those of default methods too. What wraps one
 * extends this, and overrides what it changes.
 */
@ConsumerType
public abstract class ForwardingChannel implements Channel {
  private final Channel channel;

  /** Forwards to another one. */
  protected ForwardingChannel(Channel channel) {
    this.channel = channel;
  }

  @Override
  public boolean opens(long round) {
    return channel.opens(round);
  }

  @Override
  public boolean takes(int row) {
    return channel.takes(row);
  }

  @Override
  public void send(long round, Block values) {
    channel.send(round, values);
  }

  @Override
  public Block own(long round) {
    return channel.own(round);
  }

  @Override
  public List<Peer> peers(long round) {
    return channel.peers(round);
  }

  @Override
  public float gamma() {
    return channel.gamma();
  }

  @Override
  public void mix(long round, Estimate estimate) {
    channel.mix(round, estimate);
  }
}
