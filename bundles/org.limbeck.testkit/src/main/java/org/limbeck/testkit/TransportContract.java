package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;

/**
 * What every {@link Transport} promises, tried where it loses nothing: on one machine, within one
 * process.
 */
public abstract class TransportContract {
  private static final byte[] HELLO = {1, 2, 3, 4, 5};

  private final List<Link> links = new ArrayList<>();
  private Transport transport;

  /** Returns the transport under test, set up so that it neither loses nor repeats frames. */
  protected abstract Transport transport();

  /** Returns how long to wait for a frame before it counts as lost; by default 10 seconds. */
  protected Duration patience() {
    return Duration.ofSeconds(10);
  }

  /** Returns the size in bytes of the largest frame to try; by default 200,000. */
  protected int largestFrame() {
    return 200_000;
  }

  @BeforeEach
  void makeTransport() {
    transport = transport();
  }

  @AfterEach
  void closeLinks() {
    links.forEach(Link::close);
  }

  @Test
  void framesArriveWholeAndUnchanged() throws Exception {
    Link a = open("a", inbox());
    FrameCollector b = inbox();
    open("b", b);
    List<ByteBuffer> sent = new ArrayList<>();
    for (int size : new int[] {1, 2, 17, 1000, largestFrame()}) {
      byte[] frame = random(size);
      sent.add(ByteBuffer.wrap(frame));
      a.send(List.of("b"), ByteBuffer.wrap(frame));
    }
    assertThat(b.await(sent.size())).containsExactlyInAnyOrderElementsOf(sent);
  }

  @Test
  void framesReachThoseAddressedOnly() throws Exception {
    FrameCollector a = inbox();
    FrameCollector b = inbox();
    FrameCollector c = inbox();
    FrameCollector d = inbox();
    Link link = open("a", a);
    open("b", b).follow(List.of("a"));
    open("c", c);
    open("d", d).follow(List.of("a"));
    link.send(List.of("b", "d"), ByteBuffer.wrap(HELLO));
    link.send(List.of(), ByteBuffer.wrap(HELLO));
    b.await(1);
    d.await(1);
    sendLast(a, b, c, d);
    ByteBuffer hello = ByteBuffer.wrap(HELLO);
    assertThat(a.await(1)).as("frames at the sender").hasSize(1);
    assertThat(b.await(2)).as("frames at one addressed").containsExactly(hello, hello);
    assertThat(c.await(1)).as("frames at one not addressed").hasSize(1);
    assertThat(d.await(2)).as("frames at another addressed").containsExactly(hello, hello);
  }

  @Test
  void aFrameToNobodyIsNoError() throws Exception {
    Link a = open("a", inbox());
    FrameCollector b = inbox();
    open("b", b).follow(List.of("a"));
    a.send(List.of("nobody", "b"), ByteBuffer.wrap(HELLO));
    assertThat(b.await(1)).containsExactly(ByteBuffer.wrap(HELLO));
  }

  @Test
  void leavesTheSendersBufferAsItIs() throws Exception {
    Link a = open("a", inbox());
    FrameCollector b = inbox();
    open("b", b);
    ByteBuffer frame = ByteBuffer.allocateDirect(20);
    frame.put(3, HELLO).position(3).limit(3 + HELLO.length);
    ByteBuffer before = frame.duplicate();
    a.send(List.of("b"), frame);
    assertThat(frame.position()).as("position").isEqualTo(before.position());
    assertThat(frame.limit()).as("limit").isEqualTo(before.limit());
    assertThat(b.await(1)).containsExactly(ByteBuffer.wrap(HELLO));
    byte[] contents = new byte[HELLO.length];
    frame.get(3, contents);
    assertThat(contents).as("contents").isEqualTo(HELLO);
    a.send(List.of("b"), frame.asReadOnlyBuffer());
    assertThat(b.await(2)).hasSize(2);
  }

  @Test
  void theSendersBufferMayBeReusedAtOnce() throws Exception {
    Link a = open("a", inbox());
    FrameCollector b = inbox();
    open("b", b);
    byte[] buffer = new byte[1000];
    List<ByteBuffer> sent = new ArrayList<>();
    for (byte i = 0; i < 50; i++) {
      Arrays.fill(buffer, i);
      sent.add(ByteBuffer.wrap(buffer.clone()));
      a.send(List.of("b"), ByteBuffer.wrap(buffer));
    }
    Arrays.fill(buffer, (byte) 99);
    assertThat(b.await(50)).containsExactlyInAnyOrderElementsOf(sent);
  }

  @Test
  void aClosedLinkReceivesNothing() throws Exception {
    FrameCollector b = inbox();
    FrameCollector c = inbox();
    Link a = open("a", inbox());
    Link closed = open("b", b);
    closed.follow(List.of("a"));
    open("c", c).follow(List.of("a"));
    a.send(List.of("b"), ByteBuffer.wrap(HELLO));
    b.await(1);
    closed.close();
    closed.close();
    a.send(List.of("b", "c"), ByteBuffer.wrap(HELLO));
    c.await(1);
    FrameCollector again = inbox();
    open("b", again);
    a.send(List.of("b"), ByteBuffer.wrap(HELLO));
    assertThat(again.await(1)).as("frames at a link opened anew").isNotEmpty();
    assertThat(b.await(1)).as("frames at the closed link").hasSize(1);
  }

  @Test
  void refusesASecondLinkOfADevice() throws Exception {
    FrameCollector first = inbox();
    open("a", first);
    assertThatThrownBy(() -> open("a", inbox())).isInstanceOf(IllegalStateException.class);
    sendLast(first);
    assertThat(first.await(1)).as("frames at the first link").hasSize(1);
  }

  @Test
  void sendersDoNotDisturbEachOther() throws Exception {
    FrameCollector inbox = inbox();
    open("inbox", inbox);
    List<Link> senders = IntStream.range(0, 4).mapToObj(i -> open("sender-" + i, inbox())).toList();
    List<List<ByteBuffer>> sent =
        ConcurrentTasks.run(4, sender -> () -> sendSome(senders.get(sender), (byte) (10 * sender)));
    assertThat(inbox.await(4 * 50))
        .containsExactlyInAnyOrderElementsOf(sent.stream().flatMap(List::stream).toList());
  }

  private static List<ByteBuffer> sendSome(Link link, byte first) {
    List<ByteBuffer> sent = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      byte[] frame = new byte[100 + i];
      Arrays.fill(frame, (byte) (first + i % 10));
      sent.add(ByteBuffer.wrap(frame));
      link.send(List.of("inbox"), ByteBuffer.wrap(frame));
    }
    return sent;
  }

  /** Sends one more frame to devices a, b, ... and waits for it. */
  private void sendLast(FrameCollector... inboxes) throws InterruptedException {
    Link last = open("last", inbox());
    for (int i = 0; i < inboxes.length; i++) {
      int before = inboxes[i].await(0).size();
      last.send(List.of(String.valueOf((char) ('a' + i))), ByteBuffer.wrap(HELLO));
      inboxes[i].await(before + 1);
    }
  }

  private Link open(String device, FrameCollector inbox) {
    Link link = transport.open(device, inbox);
    links.add(link);
    return link;
  }

  private FrameCollector inbox() {
    return new FrameCollector(patience());
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new SplittableRandom(size).nextBytes(bytes);
    return bytes;
  }
}
