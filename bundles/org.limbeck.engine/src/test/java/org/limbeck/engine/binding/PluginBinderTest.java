package org.limbeck.engine.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;
import org.osgi.framework.Bundle;

class PluginBinderTest {
  private static final PluginChoice RING = choice(PluginKind.TOPOLOGY, "ring");
  private static final PluginChoice MEAN = choice(PluginKind.AGGREGATION, "mean");

  private final Map<PluginChoice, String> offered = new HashMap<>(Map.of(RING, "1", MEAN, "1"));
  private final List<String> closed = new ArrayList<>();
  private final PluginBinder binder = new PluginBinder(Offered::new, new SigningPolicy(false));

  @BeforeEach
  void takeBoth() {
    binder.service(RING, String.class);
    binder.service(MEAN, String.class);
  }

  @Test
  void goesOnWithAServiceThatIsKept() {
    offered.put(RING, "2");
    try (ServiceTrial trial = binder.renew()) {
      assertThat(binder.service(RING, String.class)).isEqualTo("2");
      trial.keep();
    }
    assertThat(binder.service(RING, String.class)).isEqualTo("2");
    assertThat(binder.stale()).isEmpty();
  }

  @Test
  void goesBackToTheServiceBeforeOneThatIsNotKept() {
    offered.put(RING, "2");
    binder.renew().close();
    assertThat(binder.service(RING, String.class)).isEqualTo("1");
    assertThat(binder.stale()).as("to be tried again").containsExactly(RING);
  }

  @Test
  void takesNoneWhereOneIsMissing() {
    offered.put(RING, "2");
    offered.remove(MEAN);
    assertThatThrownBy(binder::renew).isInstanceOf(InvalidInputException.class);
    assertThat(binder.service(RING, String.class)).isEqualTo("1");
    assertThat(binder.stale()).containsExactlyInAnyOrder(RING, MEAN);
  }

  @Test
  void makesAServiceAnewBesideTheOneThatItHolds() {
    offered.put(RING, "2");
    try (ServiceTrial trial = binder.replace(RING)) {
      assertThat(binder.service(RING, String.class)).isEqualTo("2");
      assertThat(closed).isEmpty();
      trial.keep();
    }
    assertThat(binder.service(RING, String.class)).isEqualTo("2");
    assertThat(closed).containsExactly("1");
  }

  @Test
  void goesBackToTheServiceThatWasNotReplacedAfterAll() {
    offered.put(RING, "2");
    binder.replace(RING).close();
    assertThat(binder.service(RING, String.class)).isEqualTo("1");
    assertThat(closed).containsExactly("2");
    offered.remove(RING);
    assertThatThrownBy(() -> binder.replace(RING)).isInstanceOf(InvalidInputException.class);
    assertThat(binder.service(RING, String.class)).isEqualTo("1");
  }

  private static PluginChoice choice(PluginKind kind, String name) {
    return new PluginChoice(kind, name, Map.of(), new Origin("test.yaml", 1, kind.key()));
  }

  /** Takes what stands in the map. */
  private final class Offered implements ServiceLease {
    private final PluginChoice choice;
    private Taken taken;

    Offered(PluginChoice choice) {
      this.choice = choice;
      renew();
    }

    @Override
    public Taken taken() {
      return taken;
    }

    @Override
    public boolean isCurrent() {
      return taken.service().equals(offered.get(choice));
    }

    @Override
    public Optional<Bundle> bundle() {
      return Optional.empty();
    }

    @Override
    public void renew() {
      String service = offered.get(choice);
      if (service == null) {
        throw PluginErrors.about(choice, "it is not there any more");
      }
      taken = new Taken(service, service);
    }

    @Override
    public void goBackTo(Taken before) {
      taken = before;
    }

    @Override
    public void close() {
      closed.add(taken.version());
    }
  }
}
