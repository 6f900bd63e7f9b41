package org.limbeck.shell;

import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.Function;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.shell.command.Arguments;
import org.limbeck.shell.command.Commands;
import org.limbeck.shell.command.OpenRuns;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Offers every command to any Gogo shell: this bundle's, Karaf's, the web console's. */
@Component(service = {})
public final class GogoCommands {
  private final List<ServiceRegistration<Function>> registrations;

  /** Is called by the component runtime. */
  @Activate
  public GogoCommands(
      BundleContext context, @Reference OpenRuns runs, @Reference PluginCatalog catalog) {
    Commands commands = new Commands(runs, catalog);
    registrations =
        commands.names().stream().map(name -> register(context, commands, name)).toList();
  }

  @Deactivate
  void close() {
    registrations.forEach(ServiceRegistration::unregister);
  }

  private static ServiceRegistration<Function> register(
      BundleContext context, Commands commands, String name) {
    Function function = (session, arguments) -> commands.execute(name, Arguments.of(arguments));
    Map<String, Object> properties =
        Map.of(
            CommandProcessor.COMMAND_SCOPE,
            Commands.SCOPE,
            CommandProcessor.COMMAND_FUNCTION,
            name);
    return context.registerService(
        Function.class, function, FrameworkUtil.asDictionary(properties));
  }
}
