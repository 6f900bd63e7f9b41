package org.limbeck.exchange.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
  private final Logger logger = Logger.getLogger(RefusalLog.class.getName());
  private final Lines lines = new Lines();
  private long now;
  private final RefusalLog log = new RefusalLog(() -> now);

  @BeforeEach
  void listen() {
    logger.addHandler(lines);
  }

  @AfterEach
  void endToListen() {
    logger.removeHandler(lines);
  }

  @Test
  void saysNoMoreThanSoMuchAMinute() {
    for (int i = 0; i < 1000; i++) {
      log.say(System.Logger.Level.WARNING, "{0} refuses frame {1}", "hall", i);
    }
    assertThat(lines.said).hasSize(RefusalLog.LINES).startsWith("hall refuses frame 0");

    now += TimeUnit.MINUTES.toNanos(1);
    lines.said.clear();
    for (int i = 0; i < 1000; i++) {
      log.say(System.Logger.Level.WARNING, "{0} refuses frame {1}", "hall", i);
    }
    assertThat(lines.said)
        .hasSize(RefusalLog.LINES)
        .startsWith("980 more lines about what is refused were left out", "hall refuses frame 0");
  }

  @Test
  void saysEverythingOnQuietDays() {
    for (int i = 0; i < 100; i++) {
      log.say(System.Logger.Level.WARNING, "{0}", i);
      now += TimeUnit.SECONDS.toNanos(10);
    }
    assertThat(lines.said).hasSize(100);
  }

  private static final class Lines extends Handler {
    final List<String> said = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      said.add(MessageFormat.format(line.getMessage(), line.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
