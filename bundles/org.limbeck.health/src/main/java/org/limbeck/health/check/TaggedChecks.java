package org.limbeck.health.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.limbeck.health.CheckOutcome;
import org.limbeck.health.CheckOutcome.Level;
import org.limbeck.health.HealthReport;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Carries out the checks one after the other. Felix's executor, with its threads, caches and
 * servlets, does the same for whoever installs it.
 */
@Component
public final class TaggedChecks implements HealthReport {
  /** The tag of the checks that make up the report. */
  static final String TAG = "limbeck";

  private static final String FILTER = "(" + HealthCheck.TAGS + "=" + TAG + ")";

  private final BundleContext context;

  /** Is called by the component runtime. */
  @Activate
  public TaggedChecks(BundleContext context) {
    this.context = context;
  }

  @Override
  public List<CheckOutcome> outcomes() {
    List<CheckOutcome> outcomes = new ArrayList<>();
    try {
      for (ServiceReference<HealthCheck> reference :
          context.getServiceReferences(HealthCheck.class, FILTER)) {
        HealthCheck check = context.getService(reference);
        if (check != null) {
          outcomes.add(outcome(name(reference), check));
          context.ungetService(reference);
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
    outcomes.sort(Comparator.comparing(CheckOutcome::name));
    return outcomes;
  }

  /** A check is someone else's code: what it throws is its outcome. */
  static CheckOutcome outcome(String name, HealthCheck check) {
    try {
      Result result = check.execute();
      List<String> messages = new ArrayList<>();
      for (ResultLog.Entry entry : result) {
        messages.add(entry.getMessage());
      }
      return new CheckOutcome(name, level(result.getStatus()), messages);
    } catch (RuntimeException | LinkageError e) {
      return new CheckOutcome(name, Level.CRITICAL, List.of("the check itself failed: " + e));
    }
  }

  private static Level level(Result.Status status) {
    return switch (status) {
      case OK -> Level.OK;
      case WARN -> Level.WARNING;
      case TEMPORARILY_UNAVAILABLE, CRITICAL, HEALTH_CHECK_ERROR -> Level.CRITICAL;
    };
  }

  private static String name(ServiceReference<HealthCheck> reference) {
    Map<String, Object> properties = FrameworkUtil.asMap(reference.getProperties());
    return Objects.requireNonNullElseGet(
            properties.get(HealthCheck.NAME), () -> reference.getBundle().getSymbolicName())
        .toString();
  }
}
