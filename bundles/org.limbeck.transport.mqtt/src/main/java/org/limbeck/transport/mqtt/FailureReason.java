package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in a few words why something failed. */
final class FailureReason {

  private FailureReason() {}

  static String of(Throwable failure) {
    List<Throwable> chain =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20).toList();
    return chain.stream()
        .map(FailureReason::known)
        .filter(Objects::nonNull)
        .reduce((outer, inner) -> inner)
        .orElseGet(() -> message(chain.get(chain.size() - 1)));
  }

  /** Inner ones tell more than outer ones. */
  private static String known(Throwable failure) {
    if (failure instanceof Mqtt5ConnAckException refused) {
      return "the broker refuses: " + words(refused.getMqttMessage().getReasonCode());
    }
    if (failure instanceof Mqtt5SubAckException refused) {
      return "the broker refuses: " + words(refused.getMqttMessage().getReasonCodes().get(0));
    }
    if (failure instanceof Mqtt5PubAckException refused) {
      return "the broker refuses: " + words(refused.getMqttMessage().getReasonCode());
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
