package org.limbeck.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What wraps an object of an interface extends its forwarding type, which passes on the methods
 * with a default as well. A class wraps if it is of an interface and has a field of it; what
 * lambdas hold is not seen.
 */
class DecoratorsTest {
  private static final String FORWARDING = "org\\.limbeck\\.api\\..*\\.Forwarding\\w+";
  private static final ArchRule NONE_WRAPS_BY_HAND = noClasses().should(new WrapByHand());

  private static final String LINK =
      """
      package org.limbeck.api.transport;
      public interface Link { void send(); }
      """;
  private static final String FORWARDING_LINK =
      """
      package org.limbeck.api.transport;
      public abstract class ForwardingLink implements Link {
        private final Link link;
        protected ForwardingLink(Link link) { this.link = link; }
        @Override public void send() { link.send(); }
      }
      """;

  @TempDir Path folder;

  @Test
  void whatWrapsExtendsTheForwardingType() {
    NONE_WRAPS_BY_HAND.check(Codebase.product().classes());
  }

  @Test
  void theForwardingTypesOfTheApiAreFound() {
    assertThat(forwarding(Codebase.product().classes()))
        .containsEntry("org.limbeck.api.transport.Link", "org.limbeck.api.transport.ForwardingLink")
        .hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void whatWrapsByHandBreaksTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            LINK,
            FORWARDING_LINK,
            """
            package org.limbeck.api.transport;
            class Examples {
              abstract class Field implements java.io.Closeable, Link { private Link link; }
              record Component(Link link, int delay) implements Link { public void send() {} }
              abstract static class Several implements Link { Link first, second; }
              abstract class Chain implements Link { Chain next; }

              interface SignedLink extends Link {}
              abstract class Indirect implements SignedLink { Link link; }

              abstract class Base implements Link {}
              abstract class Inherited extends Base { Link link; }

              Link anonymous(Link link) {
                return new Link() { public void send() { link.send(); } };
              }
            }
            """);

    assertThat(wrapping(example))
        .containsExactlyInAnyOrder(
            "Field", "Component", "Several", "Chain", "Indirect", "Inherited", "1");
  }

  @Test
  void whatDoesNotWrapByHandKeepsTheRule() throws IOException {
    Codebase example =
        Codebase.example(
            folder,
            LINK,
            FORWARDING_LINK,
            """
            package org.limbeck.api.transport;
            class Examples {
              class Delayed extends ForwardingLink {
                private Link link;
                Delayed(Link link) { super(link); }
              }
              abstract static class Constant implements Link { static final Link NONE = null; }
              abstract class Other implements Link { private Runnable runnable; }
              class Holder { private Link link; }
            }
            """);

    assertThat(wrapping(example)).isEmpty();
  }

  /** What wraps by hand, by the names within {@code Examples}. */
  private static List<String> wrapping(Codebase example) {
    return NONE_WRAPS_BY_HAND.evaluate(example.classes()).getFailureReport().getDetails().stream()
        .map(detail -> detail.replaceFirst("^.*\\$(\\w+) .*", "$1"))
        .toList();
  }

  /** Which type forwards to objects of an interface, by the names of both. */
  private static Map<String, String> forwarding(Iterable<JavaClass> classes) {
    Map<String, String> types = new TreeMap<>();
    for (JavaClass type : classes) {
      if (type.getName().matches(FORWARDING)) {
        type.getRawInterfaces().forEach(wrapped -> types.put(wrapped.getName(), type.getName()));
      }
    }
    return types;
  }

  /** Is of an interface that has a forwarding type, and has a field of that interface. */
  private static final class WrapByHand extends ArchCondition<JavaClass> {
    private Map<String, String> forwarding = Map.of();

    WrapByHand() {
      super("have a field of an interface that they implement without its forwarding type");
    }

    @Override
    public void init(Collection<JavaClass> classes) {
      forwarding = forwarding(classes);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      for (Map.Entry<String, String> entry : forwarding.entrySet()) {
        if (type.isAssignableTo(entry.getKey())
            && !type.isAssignableTo(entry.getValue())
            && holds(type, entry.getKey())) {
          events.add(
              SimpleConditionEvent.satisfied(
                  type, type.getName() + " does not extend " + entry.getValue()));
        }
      }
    }

    private static boolean holds(JavaClass type, String wrapped) {
      return type.getFields().stream()
          .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
          .anyMatch(field -> field.getRawType().isAssignableTo(wrapped));
    }
  }
}
