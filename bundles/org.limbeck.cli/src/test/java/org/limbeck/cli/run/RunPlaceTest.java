package org.limbeck.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlaceTest {
  private static final Instant TIME = Instant.parse("2025-01-02T03:04:05Z");
  @TempDir private Path folder;

  @Test
  void isNamedAfterTheExperimentAndTheTime() throws IOException {
    try (RunPlace place = choose()) {
      assertThat(place.shown().getParent()).isEqualTo(folder.resolve("runs"));
      assertThat(name(place)).matches("small-2025010[123]-\\d\\d\\d\\d05");
    }
  }

  @Test
  void differsForRunsOfTheSameSecond() throws IOException {
    try (RunPlace first = choose();
        RunPlace second = choose();
        RunPlace third = choose()) {
      assertThat(name(second)).isEqualTo(name(first) + "-2");
      assertThat(name(third)).isEqualTo(name(first) + "-3");
      finish(first);
      finish(second);
    }
    try (RunPlace fourth = choose()) {
      assertThat(name(fourth)).endsWith("-3");
    }
  }

  @Test
  void leavesNothingBehindUnlessItStays() throws IOException {
    choose().close();

    assertThat(folder).isEmptyDirectory();
  }

  private static void finish(RunPlace place) throws IOException {
    place.folder().write("summary.json", out -> out.write('x'));
  }

  private RunPlace choose() throws IOException {
    return RunPlace.choose(folder.resolve("runs"), "small", TIME);
  }

  private static String name(RunPlace place) {
    return place.shown().getFileName().toString();
  }
}
