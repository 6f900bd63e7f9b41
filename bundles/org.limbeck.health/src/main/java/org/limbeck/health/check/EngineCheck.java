package org.limbeck.health.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.limbeck.engine.Engine;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.PluginDescription;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Whether the engine is there, and a plug-in of every kind that an experiment needs. */
@Component(property = {HealthCheck.NAME + "=engine", HealthCheck.TAGS + "=" + TaggedChecks.TAG})
public final class EngineCheck implements HealthCheck {
  private final BundleContext context;

  /** Is called by the component runtime. */
  @Activate
  public EngineCheck(BundleContext context) {
    this.context = context;
  }

  @Override
  public Result execute() {
    List<String> missing = new ArrayList<>();
    Stream.of(Engine.class, PluginCatalog.class)
        .filter(service -> context.getServiceReference(service) == null)
        .forEach(service -> missing.add("the service " + service.getSimpleName()));
    ServiceReference<PluginCatalog> reference = context.getServiceReference(PluginCatalog.class);
    if (reference != null) {
      missing.addAll(missingKinds(context.getService(reference)));
      context.ungetService(reference);
    }
    return result(missing);
  }

  static List<String> missingKinds(PluginCatalog catalog) {
    Set<PluginKind> there =
        catalog.plugins().stream().map(PluginDescription::kind).collect(Collectors.toSet());
    return Stream.of(PluginKind.values())
        .filter(kind -> kind.isRequired() && !there.contains(kind))
        .map(kind -> "any plug-in of kind " + kind.key())
        .toList();
  }

  static Result result(List<String> missing) {
    FormattingResultLog log = new FormattingResultLog();
    missing.forEach(what -> log.critical("{} is missing: no experiment can run", what));
    if (missing.isEmpty()) {
      log.info("experiments can run");
    }
    return new Result(log);
  }
}
