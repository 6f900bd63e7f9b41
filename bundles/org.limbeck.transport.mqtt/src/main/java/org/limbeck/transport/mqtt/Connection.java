package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.lifecycle.Mqtt5ClientConnectedContext;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.unsubscribe.Mqtt5Unsubscribe;
import io.reactivex.schedulers.Schedulers;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A client's session with a broker. Once it was there, it is made again whenever it is lost, with
 * all its subscriptions. Safe for use by several threads.
 */
final class Connection implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Connection.class.getName());
  private static final long SESSION_EXPIRY_SECONDS = 300;
  private static final long FIRST_DELAY_MILLIS = 100;
  private static final int DOUBLINGS = 5;

  /** A broker keeps larger messages to itself. */
  private static final int MOST_PACKET_BYTES =
      (int) Math.max(1 << 20, Math.min(1 << 28, Runtime.getRuntime().maxMemory() / 16));

  private static final Duration LASTING = Duration.ofSeconds(10);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final MqttSettings settings;
  private final Mqtt5AsyncClient client;
  private final Mqtt5Publish will;
  private final double jitter;
  private final BrokerTerms terms;
  private volatile boolean closed;
  private volatile long since = System.nanoTime();
  private volatile int failures;
  private volatile String lastFailure = "no answer";

  /**
   * Makes a connection that is not there yet.
   *
   * @param name the client's identifier
   * @param will what the broker publishes when the connection is lost
   * @param connected is run whenever the connection is there, from the first time on
   * @param executor runs that, and what the client answers: publishing may wait for the client's
   *     own thread, and so must not be done by it
   */
  Connection(
      MqttSettings settings,
      String name,
      Mqtt5Publish will,
      Runnable connected,
      Executor executor) {
    this.settings = settings;
    this.will = will;
    this.terms = new BrokerTerms(settings.broker(), name, MOST_PACKET_BYTES);
    this.jitter = 0.75 + 0.5 * Math.floorMod(name.hashCode(), 1000) / 1000;
    client =
        Mqtt5Client.builder()
            .identifier(name)
            .serverHost(settings.broker().host())
            .serverPort(settings.broker().port())
            .sslConfig(settings.broker().tls() ? tls(settings) : null)
            .simpleAuth(settings.login().map(Connection::auth).orElse(null))
            .executorConfig()
            .nettyThreads(1)
            .applicationScheduler(Schedulers.from(executor))
            .applyExecutorConfig()
            .addConnectedListener(context -> found(context, connected, executor))
            .addDisconnectedListener(this::lost)
            .buildAsync();
  }

  private void found(MqttClientConnectedContext context, Runnable connected, Executor executor) {
    if (context instanceof Mqtt5ClientConnectedContext answered) {
      terms.announced(answered.getConnAck().getRestrictions());
    }
    if (closed) {
      var unused = disconnect();
    } else {
      since = System.nanoTime();
      executor.execute(connected);
    }
  }

  private static MqttClientSslConfig tls(MqttSettings settings) {
    return MqttClientSslConfig.builder()
        .trustManagerFactory(settings.trust().orElse(null))
        .keyManagerFactory(settings.key().orElse(null))
        .build();
  }

  private static Mqtt5SimpleAuth auth(Login login) {
    return Mqtt5SimpleAuth.builder().username(login.user()).password(login.password()).build();
  }

  /**
   * Connects, and has what arrives from then on taken by a consumer.
   *
   * @throws IllegalStateException if the broker is not reached in time, or cannot carry a network,
   *     with the reason
   */
  void open(Consumer<Mqtt5Publish> arrivals, Executor executor) {
    client.publishes(MqttGlobalPublishFilter.ALL, arrivals, executor);
    try {
      var unused =
          client.connect(greeting()).get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      closed = true;
      // no cause: what is reported is the innermost message
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "no connection to the broker %s within %d s: %s",
              settings.broker(),
              settings.timeout().toSeconds(),
              lastFailure));
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while connecting to " + settings.broker());
    }
    terms.requireNoFault();
  }

  /** Returns what the broker lets this process do. */
  BrokerTerms terms() {
    return terms;
  }

  /** Without a clean start, so that later ones resume; the name is new, so the first finds none. */
  private Mqtt5Connect greeting() {
    return Mqtt5Connect.builder()
        .cleanStart(false)
        .sessionExpiryInterval(SESSION_EXPIRY_SECONDS)
        .keepAlive((int) settings.keepAlive().toSeconds())
        .willPublish(will)
        .restrictions()
        .maximumPacketSize(MOST_PACKET_BYTES)
        .sendTopicAliasMaximum(0)
        .applyRestrictions()
        .build();
  }

  /**
   * A broker that ends connections as soon as they are made is not asked more often than others.
   */
  private void lost(MqttClientDisconnectedContext context) {
    if (context.getSource() == MqttDisconnectSource.USER) {
      return;
    }
    lastFailure = FailureReason.of(context.getCause());
    boolean wasThere = context.getReconnector().getAttempts() == 0;
    boolean lasted = wasThere && System.nanoTime() - since > LASTING.toNanos();
    failures = lasted ? 0 : Math.min(failures + 1, DOUBLINGS);
    if (wasThere) {
      terms.ended(context.getCause(), lasted);
      LOG.log(System.Logger.Level.INFO, "{0} is away: {1}", settings.broker(), lastFailure);
    }
    long delay = FIRST_DELAY_MILLIS << failures;
    var unused =
        context
            .getReconnector()
            .reconnect(!closed)
            .resubscribeIfSessionExpired(true)
            .republishIfSessionExpired(true)
            .delay((long) (delay * jitter), TimeUnit.MILLISECONDS);
  }

  boolean isThere() {
    return client.getState().isConnected();
  }

  /** Publishes now or when the connection is there again; completes when it is acknowledged. */
  CompletableFuture<?> publish(Mqtt5Publish publish) {
    terms.published(publish);
    return client
        .publish(publish)
        .whenComplete((answer, failure) -> terms.answered(publish, failure));
  }

  /** Publishes without waiting for the answer. */
  void post(Mqtt5Publish publish) {
    var unused = publish(publish);
  }

  /** Subscribes now or when the connection is there again; completes when it is granted. */
  CompletableFuture<?> subscribe(Collection<String> filters) {
    if (filters.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return client
        .subscribe(
            Mqtt5Subscribe.builder()
                .addSubscriptions(filters.stream().map(Connection::subscription))
                .build())
        .whenComplete(
            (answer, failure) ->
                terms.refused("subscriptions to " + String.join(", ", filters), failure));
  }

  private static Mqtt5Subscription subscription(String filter) {
    return Mqtt5Subscription.builder().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).build();
  }

  void unsubscribe(Collection<String> filters) {
    if (!filters.isEmpty()) {
      var unused =
          client.unsubscribe(
              Mqtt5Unsubscribe.builder()
                  .addTopicFilters(filters.stream().map(MqttTopicFilter::of))
                  .build());
    }
  }

  /**
   * Waits for an answer as long as timeout lasts; what comes later comes all the same.
   *
   * @throws IllegalStateException if the broker refuses
   */
  void await(CompletableFuture<?> answer, String what) {
    try {
      var unused = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.log(System.Logger.Level.WARNING, "{0} does not answer yet: {1}", settings.broker(), what);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          settings.broker() + ": " + what + ": " + FailureReason.of(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes leave of the broker, which then publishes no will. */
  @Override
  public void close() {
    closed = true;
    try {
      var unused = disconnect().get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "no farewell to {0}", settings.broker());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CompletableFuture<Void> disconnect() {
    return client.disconnectWith().sessionExpiryInterval(0).send();
  }
}
