package org.limbeck.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** Records as JSON, their components in the order of declaration. */
final class Json {
  private static final ObjectWriter COMPACT = JsonMapper.builder().build().writer();
  private static final ObjectWriter PRETTY = COMPACT.with(prettyPrinter());

  private Json() {}

  /** Returns indented JSON with a line break at its end, the same on every system. */
  static String pretty(Object value) {
    return write(PRETTY, value) + "\n";
  }

  /** Returns JSON that may stand inside an HTML {@code script} element. */
  static String embedded(Object value) {
    return write(COMPACT, value).replace("<", "\\u003c");
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter()
        .withObjectIndenter(lines)
        .withArrayIndenter(lines)
        .withSeparators(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""));
  }
}
