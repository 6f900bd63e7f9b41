package org.limbeck.transport.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * How to reach a broker, and what to do there.
 *
 * @param broker where it listens
 * @param network the level of all topics that keeps networks apart
 * @param trust whom to take for the broker; empty: whom the JDK trusts
 * @param key how to prove who this is
 * @param login who this is by user name
 * @param broadcast whether a frame to several devices is published once, for those that follow
 * @param keepAlive the longest silence on the connection; whole seconds
 * @param timeout how long to wait for the broker's answers
 */
record MqttSettings(
    BrokerAddress broker,
    String network,
    Optional<TrustManagerFactory> trust,
    Optional<KeyManagerFactory> key,
    Optional<Login> login,
    boolean broadcast,
    Duration keepAlive,
    Duration timeout) {
  private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  MqttSettings {
    if (!LEVEL.matcher(network).matches()) {
      throw new IllegalArgumentException(
          "network is up to 64 letters, digits, '.', '_' and '-', the first a letter or a digit,"
              + " not '"
              + network
              + "'");
    }
    if (!broker.tls() && (trust.isPresent() || key.isPresent())) {
      throw new IllegalArgumentException(
          "trust, certificate and key are for mqtts://, not for " + broker);
    }
    requireSeconds("keepAlive", keepAlive);
    requireSeconds("connectSeconds", timeout);
  }

  private static void requireSeconds(String option, Duration duration) {
    if (duration.toSeconds() < 1 || duration.toSeconds() > 3600) {
      throw new IllegalArgumentException(
          option + " is 1 to 3600 seconds, not " + duration.toSeconds());
    }
  }
}
