package org.limbeck.exchange.state;

/** Where devices in lock-step hold public copies. */
@FunctionalInterface
public interface PublicCopies {
  /** Each device holds copies of its own, as frames may be under way between them. */
  PublicCopies SEPARATE =
      (request, states) ->
          new SeparateCopy(request.isOwn() ? states.copy(request) : states.duplicate(request));

  /**
   * Returns the public copy for a channel.
   *
   * @param states what it begins from
   */
  HeldCopy hold(CopyRequest request, ChannelStates states);
}
