package org.limbeck.transport.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.limbeck.api.transport.FrameSink;

/**
 * This process in the network: one connection for all its links. It gives signs of life, and the
 * broker takes them back by its last will. Safe for use by several threads.
 */
final class MqttNode implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(MqttNode.class.getName());
  private static final long CAPACITY = 32L << 20;
  private static final byte[] TOO_LONG = {};

  /**
   * How many keep-alive intervals lie between signs of life, and how many without one are death.
   */
  private static final int SIGN_EVERY = 4;

  private static final int DEAD_AFTER = 10;

  private static final long IDLE_SECONDS = 5;
  private static final long FAREWELL_SECONDS = 5;

  private final MqttSettings settings;
  private final String name;
  private final Topics topics;
  private final PublishFactory messages;
  private final Map<String, MqttLink> links = new ConcurrentHashMap<>();
  private final AnnouncementRelay announcements;
  private final ScheduledExecutorService arrivals = thread("arrivals");
  private final ScheduledExecutorService answers = thread("answers");
  private final Connection connection;
  private final PublishQueue outbox;
  private final Subscriptions<MqttLink> subscriptions;
  private final AnnouncementSubscriptions heard;
  private Future<?> beats;
  private volatile boolean gone;

  /** Of the thread that hands over what arrives. */
  private long refused;

  MqttNode(MqttSettings settings) {
    this.settings = settings;
    name = PublishFactory.processName();
    topics = new Topics(settings.network());
    announcements = new AnnouncementRelay(name);
    messages = new PublishFactory(topics, name, settings.keepAlive().multipliedBy(DEAD_AFTER));
    connection = new Connection(settings, name, messages.dead(), this::connected, answers);
    outbox =
        new PublishQueue(connection::publish, connection::isThere, CAPACITY, settings.timeout());
    subscriptions = subscriptions(topics::all);
    heard =
        new AnnouncementSubscriptions(
            announcements, subscriptions(topics::status), subscriptions(topics::alive), answers);
  }

  private <F> Subscriptions<F> subscriptions(UnaryOperator<String> topic) {
    return new Subscriptions<>(
        senders -> connection.subscribe(senders.stream().map(topic).toList()),
        senders -> connection.unsubscribe(senders.stream().map(topic).toList()));
  }

  /** Makes a thread that ends when it has had nothing to do for a while. */
  private static ScheduledExecutorService thread(String name) {
    var executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "limbeck-mqtt-" + name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /**
   * Connects to the broker.
   *
   * @throws IllegalStateException if it cannot be reached, with the reason; then all is closed
   */
  void start() {
    try {
      connection.open(this::arrived, arrivals);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    long period = settings.keepAlive().multipliedBy(SIGN_EVERY).toMillis();
    beats = answers.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    if (connection.isThere()) {
      connection.post(messages.alive());
    }
    Duration silence = settings.keepAlive().multipliedBy(DEAD_AFTER);
    announcements.sweep(System.nanoTime() - silence.toNanos());
  }

  /** A broker that was started anew knows nothing; one that was not has published the will. */
  private void connected() {
    gone = false;
    connection.post(messages.alive());
    for (MqttLink link : links.values()) {
      link.announced().ifPresent(connection::post);
    }
    outbox.pump();
  }

  /**
   * Opens a link.
   *
   * @param others whom the device is told of; empty: of all
   */
  MqttLink open(String device, FrameSink sink, Optional<Set<String>> others) {
    MqttLink link = new MqttLink(this, connection.terms(), device, sink, settings.broadcast());
    if (links.putIfAbsent(device, link) != null) {
      throw new IllegalStateException("device " + device + " has an open link already");
    }
    announcements.join(device, link, others);
    try {
      connection.await(
          connection.subscribe(List.of(topics.toDevice(device))), "frames to " + device);
      connection.await(heard.follow(link, others), "announcements");
    } catch (RuntimeException e) {
      announcements.leave(device);
      links.remove(device, link);
      throw e;
    }
    return link;
  }

  /** Lets a device hear of some others from now on, whenever the broker gets to it. */
  void hearOf(MqttLink link, Set<String> others) {
    var unused = heard.change(link, others);
  }

  private void said(String device, Mqtt5Publish status, ByteBuffer payload) {
    byte[] said =
        payload.remaining() > PublishFactory.MOST_STATUS_BYTES
            ? TOO_LONG
            : PublishFactory.bytes(payload);
    MqttLink own = links.get(device);
    if (own != null) {
      own.overwritten(said, System.nanoTime()).ifPresent(wait -> announceAgain(own, wait));
    }
    String process = PublishFactory.process(status);
    if (said == TOO_LONG || process.isEmpty()) {
      refuse(Optional.empty());
      return;
    }
    announcements.said(device, process, said);
    heard.followProcesses();
  }

  private void announceAgain(MqttLink link, long wait) {
    var unused =
        answers.schedule(
            () -> link.announced().ifPresent(connection::post), wait, TimeUnit.NANOSECONDS);
  }

  /** Hands over what a link of this process publishes. */
  CompletableFuture<Void> publish(Mqtt5Publish publish, Runnable posted) {
    return outbox.add(publish, PublishSize.of(publish), posted);
  }

  void follow(MqttLink link, List<String> senders) {
    connection.await(subscriptions.follow(link, senders), "frames for " + link.device());
  }

  void leave(MqttLink link) {
    announcements.leave(link.device());
    var unused = subscriptions.follow(link, List.of());
    heard.leave(link);
    connection.unsubscribe(List.of(topics.toDevice(link.device())));
    links.remove(link.device(), link);
  }

  PublishFactory messages() {
    return messages;
  }

  /**
   * Waits a few seconds for the answer to a last message; once in vain, not again until the broker
   * has come back.
   */
  boolean awaitFarewell(CompletableFuture<?> answer) {
    try {
      var unused = answer.get(gone ? 0 : FAREWELL_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      gone = true;
      return false;
    } catch (ExecutionException | CancellationException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void arrived(Mqtt5Publish publish) {
    try {
      topics
          .parse(publish.getTopic().toString())
          .ifPresent(
              parts ->
                  arrived(parts, publish, publish.getPayload().orElse(ByteBuffer.allocate(0))));
    } catch (RuntimeException e) {
      refuse(Optional.of(e));
    }
  }

  /** Says so less and less often, and nothing of what others have written. */
  private void refuse(Optional<RuntimeException> reason) {
    if (Long.bitCount(++refused) == 1) {
      LOG.log(System.Logger.Level.WARNING, "{0} messages were refused", refused);
      reason.ifPresent(e -> LOG.log(System.Logger.Level.DEBUG, "the last of them", e));
    }
  }

  /** Others may say that this process is dead: it is not. */
  private void alive(String process, boolean alive) {
    if (!PublishFactory.isProcessName(process)) {
      refuse(Optional.empty());
    } else if (alive) {
      announcements.alive(process, System.nanoTime());
    } else if (!process.equals(name)) {
      announcements.lost(process);
    }
  }

  private void arrived(Topics.Parts parts, Mqtt5Publish publish, ByteBuffer payload) {
    switch (parts.kind()) {
      case Topics.TO -> {
        MqttLink link = links.get(parts.receiver());
        if (link != null) {
          link.deliver(parts.sender(), payload);
        }
      }
      case Topics.ALL ->
          subscriptions
              .followers(parts.sender())
              .forEach(link -> link.deliver(parts.sender(), payload));
      case Topics.STATUS -> said(parts.sender(), publish, payload);
      case Topics.ALIVE -> alive(parts.sender(), payload.hasRemaining());
      default -> refuse(Optional.empty());
    }
  }

  @Override
  public void close() {
    List.copyOf(links.values()).forEach(MqttLink::close);
    if (connection.isThere()) {
      awaitFarewell(connection.publish(messages.dead()));
    }
    if (beats != null) {
      beats.cancel(false);
    }
    connection.close();
  }
}
