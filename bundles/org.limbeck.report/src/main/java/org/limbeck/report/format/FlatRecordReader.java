package org.limbeck.report.format;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Reads a record whose nested records stand unwrapped in its JSON object: their keys are among its
 * own. Jackson writes such records by itself.
 *
 * @param <T> the record
 */
public abstract class FlatRecordReader<T extends Record> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;

  protected FlatRecordReader(Class<T> type) {
    super(type);
    this.type = type;
  }

  @Override
  public final T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    ObjectNode object = context.readTreeAsValue(context.readTree(parser), ObjectNode.class);
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      JavaType wanted = context.constructType(components[i].getGenericType());
      JsonNode node = take(components[i], object);
      values[i] = node == null || node.isNull() ? null : context.readTreeAsValue(node, wanted);
    }
    Iterator<String> unknown = object.fieldNames();
    if (unknown.hasNext()) {
      context.handleUnknownProperty(parser, this, type, unknown.next());
    }
    return create(components, values, context);
  }

  /** Takes out of the object what belongs to a component. */
  private static JsonNode take(RecordComponent component, ObjectNode object) {
    if (!component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
      return object.remove(component.getName());
    }
    ObjectNode nested = object.objectNode();
    for (RecordComponent each : component.getType().getRecordComponents()) {
      JsonNode node = object.remove(each.getName());
      if (node != null) {
        nested.set(each.getName(), node);
      }
    }
    return nested;
  }

  private T create(RecordComponent[] components, Object[] values, DeserializationContext context)
      throws IOException {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return type.cast(context.handleInstantiationProblem(type, Arrays.asList(values), cause));
    }
  }
}
