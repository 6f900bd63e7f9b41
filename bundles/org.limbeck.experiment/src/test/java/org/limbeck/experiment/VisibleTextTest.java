package org.limbeck.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void escapesWhatNobodySees() {
    assertThat(VisibleText.of("a\u200bb")).as("zero-width space").isEqualTo("a\\u200bb");
    assertThat(VisibleText.of("\ufeffx")).as("byte-order mark").isEqualTo("\\ufeffx");
    assertThat(VisibleText.of("1\u00a0000")).as("no-break space").isEqualTo("1\\u00a0000");
    assertThat(VisibleText.of("a\tb\nc\u001b[2J")).isEqualTo("a\\u0009b\\u000ac\\u001b[2J");
    assertThat(VisibleText.of("\u202egpj")).as("right to left").isEqualTo("\\u202egpj");
    assertThat(VisibleText.of("\u3164")).as("a letter without a form").isEqualTo("\\u3164");
    assertThat(VisibleText.of("x\ud800")).as("half a character").isEqualTo("x\\ud800");
    assertThat(VisibleText.of("x" + tag())).as("a tag").isEqualTo("x\\udb40\\udc41");
  }

  @Test
  void leavesWhatIsSeen() {
    for (String text : List.of("", "two words", "Größe", "花", "e\u0301", "\\u0041 $1", emoji())) {
      assertThat(VisibleText.of(text)).isEqualTo(text);
    }
  }

  @Test
  void problemsAndTheirMessagesAreVisible() {
    Origin origin = new Origin("f.yaml", 3, "data");
    InvalidInputException e = new InvalidInputException(origin, "no column 'a\u200b'");
    assertThat(e.problems().get(0).message()).isEqualTo("no column 'a\\u200b'");
    assertThat(e).hasMessage("f.yaml:3: data: no column 'a\\u200b'");
  }

  private static String tag() {
    return Character.toString(0xE0041);
  }

  private static String emoji() {
    return Character.toString(0x1F642);
  }
}
