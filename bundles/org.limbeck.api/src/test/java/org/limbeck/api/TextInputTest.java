package org.limbeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextInputTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "größe,café\n1,2\n", "\uD83D\uDE00"})
  void readsUtf8WithAndWithoutAMark(String text) throws IOException {
    assertThat(read(text, StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(read("\uFEFF" + text, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void aMarkElsewhereIsPartOfTheText() throws IOException {
    assertThat(read("\uFEFF\uFEFFa\uFEFF", StandardCharsets.UTF_8)).isEqualTo("\uFEFFa\uFEFF");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32BE"})
  void saysThatItIsAnotherUnicode(String charset) {
    assertThatIOException()
        .isThrownBy(() -> read("a,b\n1,2\n", Charset.forName(charset)))
        .withMessageContaining(charset.substring(0, 6) + ":")
        .withMessageContaining("save it as UTF-8");
  }

  /** They would be read as other letters. */
  @Test
  void refusesWhatIsNoUtf8() {
    assertThatIOException()
        .isThrownBy(() -> read("größe\n", StandardCharsets.ISO_8859_1))
        .withMessage("it is not text in UTF-8: save it as UTF-8");
    assertThatIOException()
        .isThrownBy(() -> TextInput.open(bytes("é", StandardCharsets.ISO_8859_1)).read())
        .withMessageContaining("not text in UTF-8");
  }

  @Test
  void readsPartByPart() throws IOException {
    try (Reader reader = TextInput.open(bytes("\uFEFFab", StandardCharsets.UTF_8))) {
      assertThat(reader.read()).isEqualTo('a');
      assertThat(reader.read()).isEqualTo('b');
      assertThat(reader.read()).isEqualTo(-1);
    }
  }

  private static String read(String text, Charset charset) throws IOException {
    return TextInput.read(bytes(text, charset));
  }

  private static ByteArrayInputStream bytes(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }
}
