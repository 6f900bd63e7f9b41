package org.limbeck.engine.binding;

import java.util.Optional;
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

  /** Returns what the component of an instance threw when it was activated; empty if nothing. */
  Optional<String> thrown(String instance) {
    return configurations(instance)
        .filter(component -> component.failure != null)
        .map(component -> message(component.failure))
        .findFirst();
  }

  /** Returns what the component of an instance still waits for; empty if nothing is known. */
  Optional<String> awaited(String instance) {
    return configurations(instance)
        .flatMap(component -> Stream.of(component.unsatisfiedReferences))
        .map(reference -> "it needs the service " + reference.name)
        .findFirst();
  }

  private Stream<ComponentConfigurationDTO> configurations(String instance) {
    return components.getComponentDescriptionDTOs().stream()
        .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
        .filter(component -> instance.equals(component.properties.get(PluginServices.INSTANCE)));
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
