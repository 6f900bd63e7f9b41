package org.limbeck.report.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/** Records as JSON, their components in the order of declaration. */
public final class JsonFormat {
  private static final ObjectMapper MAPPER = JsonMapper.builder().addModule(instants()).build();
  private static final ObjectWriter COMPACT = MAPPER.writer();
  private static final ObjectWriter PRETTY = COMPACT.with(prettyPrinter());

  private JsonFormat() {}

  /** Returns indented JSON with a line break at its end, the same on every system. */
  public static String pretty(Object value) {
    return write(PRETTY, value) + "\n";
  }

  /** Returns JSON that may stand inside an HTML {@code script} element. */
  public static String embedded(Object value) {
    return write(COMPACT, value).replace("<", "\\u003c");
  }

  /**
   * Reads what {@link #pretty} wrote of a record.
   *
   * @param what what the file is to be, such as {@code summary of a run}
   * @throws IOException if the file cannot be read, or is something else
   */
  public static <T> T read(Path file, Class<T> type, String what) throws IOException {
    try {
      return MAPPER.readValue(file.toFile(), type);
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is no " + what + ": " + e.getOriginalMessage(), e);
    }
  }

  /** Times in ISO 8601. */
  private static SimpleModule instants() {
    return new SimpleModule()
        .addSerializer(Instant.class, ToStringSerializer.instance)
        .addDeserializer(
            Instant.class,
            new FromStringDeserializer<Instant>(Instant.class) {
              private static final long serialVersionUID = 1L;

              @Override
              protected Instant _deserialize(String text, DeserializationContext context) {
                return Instant.parse(text);
              }
            });
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
