package org.limbeck.engine.binding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Finds out why a configured component has not become a service. */
final class ActivationFailures {
  private static final String CAUSED_BY = "Caused by: ";
  private static final String OUT_OF_MEMORY = OutOfMemoryError.class.getName();
  private static final Pattern PLAIN = Pattern.compile("[\\w.$]+");
  private static final Pattern TYPES = Pattern.compile("^([\\w.$]+(Exception|Error): )+");

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

  /**
   * Returns the message of the outermost exception of a stack trace that has one: those further in
   * say less of what was being done.
   */
  static String message(String trace) {
    List<String> exceptions =
        Stream.concat(
                trace.lines().limit(1),
                trace
                    .lines()
                    .filter(line -> line.startsWith(CAUSED_BY))
                    .map(line -> line.substring(CAUSED_BY.length())))
            .toList();
    String told =
        exceptions.stream()
            .filter(line -> !PLAIN.matcher(line.strip()).matches())
            .findFirst()
            .orElseGet(
                () -> exceptions.isEmpty() ? "it failed" : exceptions.get(exceptions.size() - 1));
    return told.startsWith(OUT_OF_MEMORY)
        ? "it needs more memory than this process may have; -Xmx gives it more"
        : TYPES.matcher(told).replaceFirst("");
  }
}
