package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PublishQueueTest {
  private final List<String> published = new ArrayList<>();
  private final List<CompletableFuture<Void>> answers = new ArrayList<>();
  private final List<String> posted = new ArrayList<>();
  private final AtomicBoolean connected = new AtomicBoolean();
  private final PublishQueue outbox =
      new PublishQueue(this::publish, connected::get, 100, Duration.ofMillis(20));

  private CompletableFuture<?> publish(Mqtt5Publish publish) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    published.add(publish.getTopic().toString());
    answers.add(answer);
    return answer;
  }

  private CompletableFuture<Void> add(String topic, int size) {
    return outbox.add(Mqtt5Publish.builder().topic(topic).build(), size, () -> posted.add(topic));
  }

  @Test
  void keepsWhatWaitsAndDropsTheOldestBeyondItsBound() {
    var first = add("1", 40);
    var second = add("2", 40);
    var third = add("3", 40);
    assertThat(published).isEmpty();
    assertThat(first).isCancelled();
    connected.set(true);
    outbox.pump();
    assertThat(published).containsExactly("2", "3");
    assertThat(posted).as("counted as put out").containsExactly("2", "3");
    answers.get(0).complete(null);
    assertThat(second).isCompleted();
    assertThat(third).isNotDone();
  }

  @Test
  void neverDropsWhatIsUnderWay() {
    connected.set(true);
    var first = add("1", 60);
    connected.set(false);
    var second = add("2", 60);
    var third = add("3", 60);
    assertThat(first).isNotDone();
    assertThat(second).isCancelled();
    assertThat(third).isNotDone();
  }

  @Test
  void takesAMessageThatIsLargerThanItsBound() {
    connected.set(true);
    var unused = add("large", 1000);
    assertThat(published).containsExactly("large");
  }

  @Test
  void letsSendersWaitForSpace() throws Exception {
    connected.set(true);
    PublishQueue patient =
        new PublishQueue(this::publish, connected::get, 100, Duration.ofSeconds(30));
    var unused = patient.add(Mqtt5Publish.builder().topic("1").build(), 100, () -> {});
    Thread sender =
        new Thread(
            () -> {
              assertThat(patient.add(Mqtt5Publish.builder().topic("2").build(), 100, () -> {}))
                  .isNotNull();
            });
    sender.start();
    while (sender.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(published).containsExactly("1");
    answers.get(0).complete(null);
    sender.join();
    assertThat(published).containsExactly("1", "2");
  }

  @Test
  void aFailureMakesSpaceAndIsTold() {
    connected.set(true);
    var first = add("1", 100);
    answers.get(0).completeExceptionally(new IllegalStateException("refused"));
    assertThat(first).isCompletedExceptionally();
    var unused = add("2", 100);
    assertThat(published).containsExactly("1", "2");
  }
}
