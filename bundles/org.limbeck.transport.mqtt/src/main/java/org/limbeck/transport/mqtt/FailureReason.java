package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.Mqtt5ReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in a few words why something failed. */
final class FailureReason {
  private static final Set<Mqtt5PubAckReasonCode> LASTING_REFUSALS =
      Set.of(
          Mqtt5PubAckReasonCode.NOT_AUTHORIZED,
          Mqtt5PubAckReasonCode.TOPIC_NAME_INVALID,
          Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID);
  private static final Set<Mqtt5DisconnectReasonCode> LASTING_ENDS =
      Set.of(
          Mqtt5DisconnectReasonCode.MALFORMED_PACKET,
          Mqtt5DisconnectReasonCode.PROTOCOL_ERROR,
          Mqtt5DisconnectReasonCode.PACKET_TOO_LARGE,
          Mqtt5DisconnectReasonCode.NOT_AUTHORIZED,
          Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER,
          Mqtt5DisconnectReasonCode.TOPIC_NAME_INVALID,
          Mqtt5DisconnectReasonCode.TOPIC_FILTER_INVALID,
          Mqtt5DisconnectReasonCode.QOS_NOT_SUPPORTED,
          Mqtt5DisconnectReasonCode.RETAIN_NOT_SUPPORTED);

  private FailureReason() {}

  static String of(Throwable failure) {
    List<Throwable> chain = chain(failure).toList();
    return chain.stream()
        .map(FailureReason::known)
        .filter(Objects::nonNull)
        .reduce((outer, inner) -> inner)
        .orElseGet(() -> message(chain.get(chain.size() - 1)));
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
  }

  /** Returns whether the broker has answered that it does not do what it was asked for. */
  static boolean isRefusal(Throwable failure) {
    return chain(failure)
        .anyMatch(e -> e instanceof Mqtt5PubAckException || e instanceof Mqtt5SubAckException);
  }

  /** Returns whether the broker has refused something that it would refuse again. */
  static boolean lasts(Throwable failure) {
    return chain(failure).anyMatch(FailureReason::isLasting);
  }

  private static boolean isLasting(Throwable failure) {
    if (failure instanceof Mqtt5SubAckException) {
      return true;
    }
    if (failure instanceof Mqtt5PubAckException refused) {
      return LASTING_REFUSALS.contains(refused.getMqttMessage().getReasonCode());
    }
    return failure instanceof Mqtt5DisconnectException ended
        && LASTING_ENDS.contains(ended.getMqttMessage().getReasonCode());
  }

  private static Enum<?> firstError(List<Mqtt5SubAckReasonCode> codes) {
    return codes.stream().filter(Mqtt5ReasonCode::isError).findFirst().orElse(codes.get(0));
  }

  /** Inner ones tell more than outer ones. */
  private static String known(Throwable failure) {
    if (failure instanceof Mqtt5ConnAckException refused) {
      return "the broker refuses: " + words(refused.getMqttMessage().getReasonCode());
    }
    if (failure instanceof Mqtt5SubAckException refused) {
      return "the broker refuses: " + words(firstError(refused.getMqttMessage().getReasonCodes()));
    }
    if (failure instanceof Mqtt5PubAckException refused) {
      return "the broker refuses: " + words(refused.getMqttMessage().getReasonCode());
    }
    if (failure instanceof Mqtt5DisconnectException ended) {
      Mqtt5DisconnectReasonCode code = ended.getMqttMessage().getReasonCode();
      return code == Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER
          ? "another client has the same name there, and takes its place"
          : "the broker says: " + words(code);
    }
    if (failure instanceof ConnectException) {
      return "connection refused";
    }
    if (failure instanceof UnknownHostException) {
      return "the host is unknown";
    }
    if (failure instanceof CertPathBuilderException
        || failure instanceof CertPathValidatorException) {
      return "its certificate is not trusted";
    }
    if (failure instanceof CertificateException || failure instanceof SSLException) {
      return "TLS: " + message(failure);
    }
    return null;
  }

  private static String words(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
