package org.limbeck.testkit.framework;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.tracker.ServiceTracker;

/** Makes plug-ins from configurations, as the engine does. */
final class Components {
  private static final String NAME = "limbeck.name";
  private static final String MARK = "limbeck.test";
  private static final int PATIENCE = 200;
  private static final long PAUSE_MILLIS = 50;

  private final BundleContext context;
  private int made;

  Components(BundleContext context) {
    this.context = context;
  }

  <T> T make(Class<T> kind, String name, Map<String, ?> options) {
    ComponentDescriptionDTO description =
        described().stream()
            .filter(d -> List.of(d.serviceInterfaces).contains(kind.getName()))
            .filter(d -> name.equals(d.properties.get(NAME)))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        String.format(
                            Locale.ROOT,
                            "no bundle offers the %s plug-in '%s'; there are: %s",
                            kind.getSimpleName(),
                            name,
                            names())));
    int mark = made++;
    Map<String, Object> properties = new HashMap<>(options);
    properties.put(MARK, mark);
    try {
      service(ConfigurationAdmin.class)
          .createFactoryConfiguration(description.configurationPid[0], "?")
          .update(FrameworkUtil.asDictionary(properties));
      return await(kind, description, mark);
    } catch (IOException | InvalidSyntaxException e) {
      throw new AssertionError("cannot configure " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for " + name, e);
    }
  }

  private <T> T await(Class<T> kind, ComponentDescriptionDTO description, int mark)
      throws InvalidSyntaxException, InterruptedException {
    String filter =
        String.format(
            Locale.ROOT, "(&(%s=%s)(%s=%d))", Constants.OBJECTCLASS, kind.getName(), MARK, mark);
    ServiceTracker<T, T> tracker =
        new ServiceTracker<>(context, context.createFilter(filter), null);
    tracker.open();
    for (int i = 0; i < PATIENCE; i++) {
      T plugin = tracker.waitForService(PAUSE_MILLIS);
      if (plugin != null) {
        return plugin;
      }
      failure(description, mark)
          .ifPresent(
              failure -> {
                throw new AssertionError(description.name + " was not activated: " + failure);
              });
    }
    throw new AssertionError(description.name + " is not satisfied");
  }

  private Optional<String> failure(ComponentDescriptionDTO description, int mark) {
    for (ComponentConfigurationDTO component :
        runtime().getComponentConfigurationDTOs(description)) {
      if (component.failure != null
          && Integer.valueOf(mark).equals(component.properties.get(MARK))) {
        return Optional.of(component.failure);
      }
    }
    return Optional.empty();
  }

  private List<String> names() {
    return described().stream()
        .filter(d -> d.properties.containsKey(NAME))
        .map(d -> String.valueOf(d.properties.get(NAME)))
        .toList();
  }

  private Collection<ComponentDescriptionDTO> described() {
    return runtime().getComponentDescriptionDTOs();
  }

  private ServiceComponentRuntime runtime() {
    return service(ServiceComponentRuntime.class);
  }

  private <T> T service(Class<T> type) {
    return context.getService(context.getServiceReference(type));
  }
}
