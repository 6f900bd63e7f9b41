package org.limbeck.observers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuedFileTest {
  private Path path;

  @BeforeEach
  void place(@TempDir Path folder) {
    path = folder.resolve("file");
  }

  @Test
  void whatWasThereIsCutOff() throws IOException {
    Files.writeString(path, "the rest of something longer than what is written now");
    try (ContinuedFile file = ContinuedFile.open(path)) {
      file.truncate();
      file.append(bytes("one"));
    }
    assertThat(path).hasContent("one");
  }

  @Test
  void goesOnWhereItWasAndCutsOffWhatIsBehindThat() throws IOException {
    long end;
    try (ContinuedFile file = ContinuedFile.open(path)) {
      file.append(bytes("one"));
      end = file.end();
      file.append(bytes("too much"));
    }
    try (ContinuedFile file = ContinuedFile.open(path)) {
      file.continueAt(end);
      file.truncate();
      assertThat(path).hasContent("one");
      file.append(bytes("two"));
    }
    assertThat(path).hasContent("onetwo");
  }

  @Test
  void aFileThatHasLostSomethingIsRefused() throws IOException {
    Files.write(path, new byte[3]);
    try (ContinuedFile file = ContinuedFile.open(path)) {
      assertThatThrownBy(() -> file.continueAt(4))
          .isInstanceOf(IOException.class)
          .hasMessage(path + " has 3 bytes, and had 4 at the checkpoint");
    }
  }

  @Test
  void anInterruptedThreadGoesOnWriting() throws IOException {
    try (ContinuedFile file = ContinuedFile.open(path)) {
      Thread.currentThread().interrupt();
      file.append(bytes("one"));
      file.force();
      file.append(bytes("two"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(path).hasContent("onetwo");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}
