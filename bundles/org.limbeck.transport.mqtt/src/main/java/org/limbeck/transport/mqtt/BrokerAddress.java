package org.limbeck.transport.mqtt;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Where a broker listens.
 *
 * @param tls whether it is reached over TLS
 */
record BrokerAddress(boolean tls, String host, int port) {
  private static final String PLAIN = "mqtt";
  private static final String OVER_TLS = "mqtts";
  private static final Pattern LITERAL = Pattern.compile("\\[.*\\]|\\d+(\\.\\d+){3}");
  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;

  /**
   * Reads {@code mqtt://HOST[:PORT]} or {@code mqtts://HOST[:PORT]}.
   *
   * @throws IllegalArgumentException if it is anything else; without what comes before an @, which
   *     may be a password
   */
  static BrokerAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw refused(text);
    }
    boolean tls = OVER_TLS.equals(uri.getScheme());
    boolean named = tls || PLAIN.equals(uri.getScheme());
    boolean bare =
        uri.getUserInfo() == null
            && (uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/"))
            && uri.getQuery() == null
            && uri.getFragment() == null;
    if (!named || !bare || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw refused(text);
    }
    int standard = tls ? TLS_PORT : PLAIN_PORT;
    return new BrokerAddress(tls, uri.getHost(), uri.getPort() < 0 ? standard : uri.getPort());
  }

  /**
   * Returns whether the host is a loopback address or {@code localhost}. Other names are not looked
   * up: what they mean is for others to say.
   */
  boolean isLoopback() {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    if (!LITERAL.matcher(host).matches()) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "broker is mqtt://HOST[:1883], mqtts://HOST[:8883] or embedded[:PORT], not '"
            + text.replaceFirst("(?s)^(\\w+://)?.*@", "$1…@")
            + "'; a user is named by the option user, a password is in the file of passwordFile");
  }

  @Override
  public String toString() {
    return (tls ? OVER_TLS : PLAIN) + "://" + host + ":" + port;
  }
}
