package org.limbeck.transport.mqtt;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The brokers that this process may start; transports that ask for the same one share it. */
@Component(service = EmbeddedBrokers.class)
public final class EmbeddedBrokers {
  private static final Pattern OPTION = Pattern.compile("embedded(?::(\\d{1,5}))?");

  private final Map<Integer, EmbeddedBroker> brokers = new ConcurrentHashMap<>();
  private final Path libraries;
  private final Path temporary;

  /** Is called by the component runtime. */
  @Activate
  public EmbeddedBrokers(BundleContext context) {
    this(
        Path.of(String.valueOf(context.getProperty("limbeck.home")), "optional", "broker"),
        context.getDataFile("").toPath());
  }

  EmbeddedBrokers(Path libraries, Path temporary) {
    this.libraries = libraries;
    this.temporary = temporary;
  }

  /**
   * Returns the broker of {@code embedded} or {@code embedded:PORT}; empty if the option names
   * another.
   *
   * @throws IllegalArgumentException if there is no such port, or it is taken
   */
  Optional<EmbeddedBroker> find(String option) {
    Matcher matcher = OPTION.matcher(option);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    if (port > 65_535) {
      throw new IllegalArgumentException("broker: a port is at most 65535, not " + port);
    }
    return Optional.of(
        brokers.computeIfAbsent(port, p -> new EmbeddedBroker(libraries, temporary, p)));
  }
}
