package org.limbeck.report.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a list of numbers, of which some may be null, on one line of indented JSON. */
public final class InlineArray extends StdSerializer<List<?>> {
  private static final long serialVersionUID = 1L;

  /** For Jackson. */
  public InlineArray() {
    super(List.class, false);
  }

  @Override
  public void serialize(List<?> numbers, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    if (out.getPrettyPrinter() == null) {
      provider.defaultSerializeValue(numbers, out);
    } else {
      out.writeRawValue(
          numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")));
    }
  }
}
