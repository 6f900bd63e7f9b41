package org.limbeck.engine.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class ActivationFailuresTest {

  @Test
  void tellsWhatThePluginSaid() {
    assertThat(
            message(
                new InvocationTargetException(
                    new IllegalArgumentException(
                        "rows.idx: the file ends too early", new EOFException()))))
        .isEqualTo("rows.idx: the file ends too early");
    assertThat(message(new IllegalArgumentException("rate: 0 or more")))
        .isEqualTo("rate: 0 or more");
  }

  @Test
  void tellsTheCauseOfWhatHasNoMessage() {
    assertThat(message(new RuntimeException(new IOException("the disk is gone"))))
        .isEqualTo("the disk is gone");
    assertThat(message(new InvocationTargetException(new EOFException())))
        .isEqualTo("java.io.EOFException");
  }

  @Test
  void tellsThatMemoryIsMissing() {
    assertThat(message(new InvocationTargetException(new OutOfMemoryError("Java heap space"))))
        .isEqualTo("it needs more memory than this process may have; -Xmx gives it more");
  }

  private static String message(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    return ActivationFailures.message(trace.toString());
  }
}
