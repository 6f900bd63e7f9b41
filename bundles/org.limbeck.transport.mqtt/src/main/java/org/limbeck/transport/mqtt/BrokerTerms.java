package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a broker lets this process do: what it has announced, and what it has refused. What it would
 * refuse again is refused here from then on, so that nothing is waited for in vain. Safe for use by
 * several threads.
 */
final class BrokerTerms {
  private static final System.Logger LOG = System.getLogger(BrokerTerms.class.getName());
  private static final int MOST_TOLD = 64;

  /** How often in succession a connection is ended soon after it was made before that is told. */
  private static final int SUSPICIOUS = 3;

  private final BrokerAddress broker;
  private final String client;
  private final int ownBytes;
  private final Set<String> told = new HashSet<>();
  private final Set<Mqtt5Publish> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
  private BrokerLimits limits = BrokerLimits.NONE;
  private Optional<String> fault = Optional.empty();
  private int endings;
  private int shortLived;

  /**
   * Makes those of a broker that has said nothing yet.
   *
   * @param client the client's identifier
   * @param ownBytes the size of the largest packet that this process takes
   */
  BrokerTerms(BrokerAddress broker, String client, int ownBytes) {
    this.broker = broker;
    this.client = client;
    this.ownBytes = ownBytes;
  }

  /** Takes note of what the broker has announced. */
  synchronized void announced(Mqtt5ConnAckRestrictions restrictions) {
    limits = BrokerLimits.of(restrictions);
    limits.unfit().ifPresent(this::fail);
  }

  /**
   * Makes sure that the broker does what this process asks for.
   *
   * @throws IllegalStateException with what the broker has against it
   */
  synchronized void requireNoFault() {
    fault.ifPresent(BrokerTerms::refuse);
  }

  /**
   * Makes sure that a message can be published.
   *
   * @param sender the device whose it is
   * @param bytes the size of its packet
   * @throws IllegalStateException if the broker has something against what this process does, or
   *     does not take so large a packet, or those who would receive it do not
   */
  synchronized void requireCarried(String sender, int bytes) {
    requireNoFault();
    limits
        .tooLarge(bytes)
        .ifPresent(what -> refuse(broker + " " + what + " (a message of " + sender + ")"));
    if (bytes > ownBytes) {
      refuse(
          String.format(
              Locale.ROOT,
              "a message of %s has %,d bytes, and a process with as much memory as this one takes"
                  + " those of up to %,d: give Java more (-Xmx), or exchange less at a time",
              sender,
              bytes,
              ownBytes));
    }
  }

  /** Takes note of a message that the broker has not answered yet. */
  synchronized void published(Mqtt5Publish publish) {
    underWay.add(publish);
  }

  /** Takes note of the answer to a message; null: it was taken. */
  synchronized void answered(Mqtt5Publish publish, Throwable failure) {
    underWay.remove(publish);
    refused("messages to " + publish.getTopic(), failure);
  }

  /** Takes note of what the broker answers; null: it does what it was asked for. */
  synchronized void refused(String what, Throwable failure) {
    if (failure != null && FailureReason.isRefusal(failure)) {
      String why = "does not take " + what + ": " + FailureReason.of(failure);
      tell(why);
      if (FailureReason.lasts(failure)) {
        fail(why);
      }
    }
  }

  /**
   * Takes note that the broker has ended a connection: for the same reason, it would do so for
   * ever.
   *
   * @param lasted whether it had been there for a while
   */
  synchronized void ended(Throwable cause, boolean lasted) {
    shortLived = lasted ? 0 : shortLived + 1;
    if (cause instanceof Mqtt5DisconnectException && FailureReason.lasts(cause)) {
      String what = "has ended the connection of " + client + ": " + FailureReason.of(cause);
      tell(what);
      if (++endings > 1) {
        fail(what + largest());
      }
    } else if (shortLived == SUSPICIOUS) {
      tell(
          "ends the connection of "
              + client
              + " again and again, soon after it was made: another client may have the same name"
              + " there, or the broker does not take what is sent"
              + largest());
    }
  }

  /** Which may be what the broker has against it. */
  private String largest() {
    return underWay.stream()
        .max(Comparator.comparing(PublishSize::of))
        .map(
            publish ->
                String.format(
                    Locale.ROOT,
                    "; the largest message under way, to %s, has %,d bytes, and a broker may take"
                        + " smaller ones only (Mosquitto: message_size_limit)",
                    publish.getTopic(),
                    PublishSize.of(publish)))
        .orElse("");
  }

  /** Says something once. */
  private void tell(String what) {
    if (told.size() < MOST_TOLD && told.add(what)) {
      LOG.log(System.Logger.Level.WARNING, "{0} {1}", broker, what);
    }
  }

  /** The first reason counts. */
  private void fail(String what) {
    if (fault.isEmpty()) {
      fault = Optional.of(broker + " " + what);
    }
  }

  private static void refuse(String why) {
    throw new IllegalStateException(why);
  }
}
