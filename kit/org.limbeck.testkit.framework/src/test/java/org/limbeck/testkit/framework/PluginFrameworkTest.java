package org.limbeck.testkit.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.framework.plugin.Spokes;
import org.osgi.framework.FrameworkUtil;

/** Plug-ins of a bundle of this project, taken from the framework. */
class PluginFrameworkTest {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Test
  void makesAPluginWithItsOptions() {
    assertThat(spokes(1).connect(List.of("a", "b", "c"), new SplittableRandom(1)).edges())
        .containsExactly(new Edge(0, 1), new Edge(1, 2));
  }

  @Test
  void loadsThePluginFromItsBundle() {
    Class<?> loaded = spokes(1).getClass();
    assertThat(loaded.getName()).isEqualTo(Spokes.class.getName());
    assertThat(loaded).isNotSameAs(Spokes.class);
    assertThat(FrameworkUtil.getBundle(loaded).getSymbolicName())
        .isEqualTo("org.limbeck.testkit.framework-tests");
  }

  @Test
  void makesOnePluginForEachChoice() {
    assertThat(spokes(1)).isSameAs(spokes(1)).isNotSameAs(spokes(2));
  }

  @Test
  void saysWhyAPluginRefusesToBeMade() {
    assertThatThrownBy(() -> spokes(-1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Spokes was not activated")
        .hasMessageContaining("the hub is device 0 or a later one, not -1");
  }

  @Test
  void saysWhichPluginsThereAre() {
    assertThatThrownBy(() -> FRAMEWORK.plugin(Topology.class, "spoke", Map.of()))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no bundle offers the Topology plug-in 'spoke'; there are: [spokes]");
  }

  private static Topology spokes(int hub) {
    return FRAMEWORK.plugin(Topology.class, "spokes", Map.of("hub", hub));
  }
}
