package org.limbeck.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Shape;
import org.limbeck.api.event.ChangeRefused;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.privatedata.GrowingDataset;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.datasets.digits.PrivateDigits;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/** Looks at a source once a second of a clock that the tests move. */
class PrivateDataWatcherTest {
  private long now = TimeUnit.DAYS.toNanos(-1);
  private String source = "a";
  private String broken = "";
  private long readingNanos;
  private long round;
  private PrivateDataset inUse = new Rows("a");
  private final List<String> read = new ArrayList<>();
  private final List<RunEvent> events = new ArrayList<>();
  private final PrivateDataWatcher data =
      new PrivateDataWatcher(() -> inUse, this::readAnew, events::add, () -> now);

  @Test
  void readsWhatHasComeOnceItHasSettled() {
    assertThat(pass(3)).isFalse();
    source = "ab";
    assertThat(pass(1)).as("it may still grow").isFalse();
    source = "abc";
    assertThat(pass(1)).isFalse();
    assertThat(pass(1)).isTrue();
    assertThat(read).containsExactly("abc");
    assertThat(pass(9)).isFalse();
    assertThat(read).hasSize(1);
  }

  @Test
  void looksOnceASecondOnly() {
    source = "ab";
    for (int i = 0; i < 10; i++) {
      now += TimeUnit.MILLISECONDS.toNanos(199);
      data.look(round++);
    }
    assertThat(read).isEmpty();
    now += TimeUnit.MILLISECONDS.toNanos(300);
    assertThat(data.look(round)).isTrue();
  }

  @Test
  void doesNotWaitForeverForWhatNeverSettles() {
    for (int i = 0; i < 9; i++) {
      source += "b";
      pass(1);
    }
    assertThat(read).containsExactly("abbbbb");
  }

  @Test
  void saysOnceWhatCannotBeReadAndTriesAgainWhenItIsAnother() {
    broken = "ab";
    source = "ab";
    assertThat(pass(9)).isFalse();
    assertThat(events)
        .containsExactly(
            new ChangeRefused(1, "what has come to the private data", "file: ab is broken"));
    broken = "abc";
    source = "abc";
    pass(9);
    assertThat(events).as("another fault").hasSize(2);
    source = "abcd";
    assertThat(pass(2)).isTrue();
    assertThat(events).hasSize(2);
  }

  @Test
  void goesOnInSilenceWhenWhatWasBrokenGoes() {
    broken = "ab";
    source = "ab";
    pass(3);
    source = "a";
    assertThat(pass(9)).isFalse();
    assertThat(read).isEmpty();
    source = "ab";
    pass(9);
    assertThat(events).as("the same fault is no news").hasSize(1);
  }

  @Test
  void readsLessOftenWhatTakesLong() {
    readingNanos = TimeUnit.SECONDS.toNanos(2);
    source = "ab";
    assertThat(pass(2)).isTrue();
    source = "abc";
    assertThat(pass(40)).as("40 seconds of quiet after 2 of reading").isFalse();
    assertThat(pass(1)).isTrue();
  }

  @Test
  void leavesDataAloneThatDoNotGrow() {
    inUse = new PrivateDigits();
    assertThat(pass(9)).isFalse();
  }

  /** Lets some seconds pass, with a look after each; returns what the last one found. */
  private boolean pass(int seconds) {
    boolean grown = false;
    for (int i = 0; i < seconds; i++) {
      now += TimeUnit.SECONDS.toNanos(1);
      grown = data.look(round++);
    }
    return grown;
  }

  private void readAnew(String by, long at) {
    now += readingNanos;
    if (source.equals(broken)) {
      throw new InvalidInputException(new Origin("file", 0, ""), source + " is broken");
    }
    read.add(source);
    inUse = new Rows(source);
  }

  /** Rows that know their source. */
  private final class Rows implements GrowingDataset {
    private final String version;

    Rows(String version) {
      this.version = version;
    }

    @Override
    public String version() {
      return version;
    }

    @Override
    public String latestVersion() {
      return source;
    }

    @Override
    public Shape shape() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int classes() {
      throw new UnsupportedOperationException();
    }

    @Override
    public LabelledRows training() {
      throw new UnsupportedOperationException();
    }

    @Override
    public LabelledRows test() {
      throw new UnsupportedOperationException();
    }
  }
}
