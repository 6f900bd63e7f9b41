package org.limbeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.ForwardingAggregationRule;
import org.limbeck.api.aggregation.ForwardingEstimate;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.ForwardingAlgorithm;
import org.limbeck.api.algorithm.ForwardingChannel;
import org.limbeck.api.algorithm.ForwardingDevice;
import org.limbeck.api.algorithm.ForwardingParticipant;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.ForwardingModel;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.transport.ForwardingFrameSink;
import org.limbeck.api.transport.ForwardingLink;
import org.limbeck.api.transport.ForwardingTransport;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;

/** A forwarding type passes on every method of its interface, those with a default too. */
class ForwardingTypesTest {

  /** An interface, and what wraps an object of it. */
  record Wrapping<T>(Class<T> type, UnaryOperator<T> wrapper) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  static Stream<Wrapping<?>> all() {
    return Stream.of(
        new Wrapping<>(AggregationRule.class, any -> new ForwardingAggregationRule(any) {}),
        new Wrapping<>(Algorithm.class, any -> new ForwardingAlgorithm(any) {}),
        new Wrapping<>(Channel.class, any -> new ForwardingChannel(any) {}),
        new Wrapping<>(Device.class, any -> new ForwardingDevice(any) {}),
        new Wrapping<>(Estimate.class, any -> new ForwardingEstimate(any) {}),
        new Wrapping<>(FrameSink.class, any -> new ForwardingFrameSink(any) {}),
        new Wrapping<>(Link.class, any -> new ForwardingLink(any) {}),
        new Wrapping<>(Model.class, any -> new ForwardingModel(any) {}),
        new Wrapping<>(Participant.class, any -> new ForwardingParticipant(any) {}),
        new Wrapping<>(Transport.class, any -> new ForwardingTransport(any) {}));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyMethodIsForwarded(Wrapping<?> wrapping) throws Exception {
    assertThat(notForwarded(wrapping)).isEmpty();
  }

  @Test
  void allForwardingTypesAreTried() throws Exception {
    assertThat(all().map(wrapping -> "Forwarding" + wrapping + ".class"))
        .containsExactlyInAnyOrderElementsOf(forwardingClasses());
  }

  /** An interface with a default, as those of the API have them. */
  interface Greeter {
    default String greet(String name) {
      return greet(name, 1);
    }

    String greet(String name, int times);
  }

  @Test
  void whatIsNotForwardedIsNoticed() throws Exception {
    Wrapping<Greeter> forgetful =
        new Wrapping<>(Greeter.class, any -> (name, times) -> any.greet(name, times));
    assertThat(notForwarded(forgetful)).containsExactly("greet(String)");
    Wrapping<Greeter> mistaken =
        new Wrapping<>(Greeter.class, any -> (name, times) -> any.greet(name, times + 1));
    assertThat(notForwarded(mistaken))
        .containsExactlyInAnyOrder("greet(String)", "greet(String,int)");
  }

  private static List<String> forwardingClasses() throws Exception {
    try (Stream<Path> files = Files.walk(classes())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("Forwarding"))
          .toList();
    }
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(
        ForwardingEstimate.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static <T> List<String> notForwarded(Wrapping<T> wrapping) throws Exception {
    List<String> missed = new ArrayList<>();
    for (Method method : wrapping.type().getMethods()) {
      if (!Modifier.isStatic(method.getModifiers()) && !isForwarded(wrapping, method)) {
        missed.add(signature(method));
      }
    }
    return missed;
  }

  /** Calls a method of what wraps a recorder, which must be called just so. */
  private static <T> boolean isForwarded(Wrapping<T> wrapping, Method method)
      throws ReflectiveOperationException {
    List<List<Object>> calls = new ArrayList<>();
    Object result = value(method.getReturnType(), 7);
    T recorder =
        proxy(
            wrapping.type(),
            (called, arguments) -> {
              calls.add(call(called, arguments));
              return result;
            });
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = value(types[i], 11 + i);
    }
    Object returned = invoke(method, wrapping.wrapper().apply(recorder), arguments);
    return calls.equals(List.of(call(method, arguments)))
        && (result == null ? returned == null : result.equals(returned));
  }

  private static Object invoke(Method method, Object wrapper, Object[] arguments)
      throws ReflectiveOperationException {
    try {
      method.setAccessible(true);
      return method.invoke(wrapper, arguments);
    } catch (InvocationTargetException e) {
      return e;
    }
  }

  private static List<Object> call(Method method, Object[] arguments) {
    List<Object> call = new ArrayList<>(List.of(signature(method)));
    call.addAll(arguments == null ? List.of() : Arrays.asList(arguments));
    return call;
  }

  private static String signature(Method method) {
    List<String> types = Stream.of(method.getParameterTypes()).map(Class::getSimpleName).toList();
    return method.getName() + "(" + String.join(",", types) + ")";
  }

  /** Returns a value that no default returns, and no other argument has. */
  private static Object value(Class<?> type, int number) {
    if (type == void.class) {
      return null;
    } else if (type.isArray()) {
      return new float[number];
    } else if (type.isInterface()) {
      return proxy(type, (method, arguments) -> null);
    }
    return switch (type.getSimpleName()) {
      case "boolean" -> number % 2 == 1;
      case "int" -> number;
      case "long" -> (long) number;
      case "float" -> (float) number;
      case "double" -> (double) number;
      case "String" -> "value " + number;
      case "Object" -> new Object();
      case "Class" -> Integer.class;
      case "Optional" -> Optional.of(number);
      case "ByteBuffer" -> ByteBuffer.allocate(number);
      case "Block" -> new Block(number, 1);
      case "Coding" -> Coding.VALUES;
      case "Graph" -> new Graph(number, List.of());
      case "Lesson" -> lesson();
      case "Losses" -> new Losses();
      case "Training" -> new Training(number, 1);
      default -> throw new AssertionError("say what a distinctive " + type + " is");
    };
  }

  private static Lesson lesson() {
    Block none = new Block(1, 1);
    return new Lesson(none, new int[1], none, none, DistillationLoss.SQUARED, 1);
  }

  private interface Answer {
    Object to(Method method, Object[] arguments);
  }

  /** Returns an object that equals nothing but itself. */
  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            ForwardingTypesTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> self == arguments[0];
                  case "hashCode" -> System.identityHashCode(self);
                  case "toString" -> type.getSimpleName();
                  default -> answer.to(method, arguments);
                }));
  }
}
