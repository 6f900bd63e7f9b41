package org.limbeck.health.check;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.limbeck.experiment.plugin.PluginCatalog;
import org.limbeck.experiment.plugin.UnavailablePlugin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether all plug-ins can be used and all bundles have started. */
@Component(property = {HealthCheck.NAME + "=plug-ins", HealthCheck.TAGS + "=" + TaggedChecks.TAG})
public final class PluginsCheck implements HealthCheck {
  private final BundleContext context;
  private final PluginCatalog catalog;

  /** Is called by the component runtime. */
  @Activate
  public PluginsCheck(BundleContext context, @Reference PluginCatalog catalog) {
    this.context = context;
    this.catalog = catalog;
  }

  @Override
  public Result execute() {
    FormattingResultLog log = new FormattingResultLog();
    List<UnavailablePlugin> failed = catalog.unavailable();
    for (UnavailablePlugin plugin : failed) {
      log.warn(
          "{} {} of bundle {} cannot be used: {}",
          plugin.kind().key(),
          plugin.name(),
          plugin.bundle(),
          plugin.reason());
    }
    catalog
        .broken()
        .forEach(jar -> log.warn("plugins/{} is left out: {}", jar.file(), jar.reason()));
    Set<String> explained =
        failed.stream().map(UnavailablePlugin::bundle).collect(Collectors.toSet());
    Stream.of(context.getBundles())
        .filter(bundle -> !isFragment(bundle) && !isStarted(bundle))
        .map(PluginsCheck::name)
        .filter(name -> !explained.contains(name))
        .forEach(name -> log.warn("bundle {} has not started", name));
    log.info("{} plug-ins can be used", catalog.plugins().size());
    return new Result(log);
  }

  private static boolean isFragment(Bundle bundle) {
    return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
  }

  /** A bundle with a lazy activation policy is starting until someone loads a class of it. */
  private static boolean isStarted(Bundle bundle) {
    return bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
  }

  private static String name(Bundle bundle) {
    return Objects.requireNonNullElse(bundle.getSymbolicName(), bundle.getLocation());
  }
}
