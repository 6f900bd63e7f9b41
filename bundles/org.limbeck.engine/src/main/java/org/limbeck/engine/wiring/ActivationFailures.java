package org.limbeck.engine.wiring;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Finds out why a configured component has not become a service. */
final class ActivationFailures {
  private static final String CAUSED_BY = "Caused by: ";

  private final ServiceComponentRuntime components;

  ActivationFailures(ServiceComponentRuntime components) {
    this.components = components;
  }

  /** Returns what went wrong with the component of an instance; empty if nothing did so far. */
  Optional<String> of(String instance) {
    return components.getComponentDescriptionDTOs().stream()
        .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
        .filter(c -> instance.equals(c.properties.get(Leases.INSTANCE)))
        .map(ActivationFailures::reason)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> reason(ComponentConfigurationDTO component) {
    if (component.failure != null) {
      return Optional.of(message(component.failure));
    }
    if (component.unsatisfiedReferences.length > 0) {
      return Optional.of(
          Stream.of(component.unsatisfiedReferences)
              .map(reference -> "it needs the service " + reference.name)
              .collect(Collectors.joining(", ")));
    }
    return Optional.empty();
  }

  /** Returns the message of the innermost exception of a stack trace. */
  private static String message(String trace) {
    String innermost = trace.lines().findFirst().orElse("it failed");
    for (String line : trace.lines().toList()) {
      if (line.startsWith(CAUSED_BY)) {
        innermost = line.substring(CAUSED_BY.length());
      }
    }
    return innermost.replaceFirst("^[\\w.$]+(Exception|Error): ", "");
  }
}
