package org.limbeck.deploy.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.experiment.PluginKind;
import org.limbeck.experiment.plugin.UnavailablePlugin;

class DistributionIndexTest {
  private static final String INDEX =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <repository xmlns="http://www.osgi.org/xmlns/repository/v1.0.0" name="limbeck">
        <resource>
          <capability namespace="osgi.identity">
            <attribute name="osgi.identity" value="org.grids"/>
          </capability>
          <capability namespace="limbeck.topology">
            <attribute name="name" value="torus"/>
          </capability>
          <capability namespace="osgi.wiring.package">
            <attribute name="osgi.wiring.package" value="org.grids.api"/>
          </capability>
          <requirement namespace="osgi.wiring.package">
            <attribute name="osgi.wiring.package" value="org.needed"/>
          </requirement>
        </resource>
        <resource>
          <capability namespace="osgi.identity">
            <attribute name="osgi.identity" value="org.other"/>
          </capability>
        </resource>
      </repository>
      """;

  @TempDir private Path home;

  @Test
  void knowsWhichBundleOffersWhat() throws IOException {
    DistributionIndex index = index(INDEX);
    assertThat(index.plugins())
        .containsExactly(
            new UnavailablePlugin(
                PluginKind.TOPOLOGY,
                "torus",
                "org.grids",
                "its bundle org.grids is not there: put it back into bundles/"));
    assertThat(index.bundleExporting("org.grids.api")).contains("org.grids");
    assertThat(index.bundleExporting("org.needed")).isEmpty();
  }

  @Test
  void isEmptyWhereThereIsNoneOrItIsBroken() throws IOException {
    assertThat(DistributionIndex.of(null).plugins()).isEmpty();
    assertThat(DistributionIndex.of(home.toString()).plugins()).isEmpty();
    DistributionIndex broken = index(INDEX.substring(0, INDEX.length() - 30));
    assertThat(broken.plugins()).isEmpty();
    assertThat(broken.bundleExporting("org.grids.api")).isEmpty();
  }

  private DistributionIndex index(String xml) throws IOException {
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(home.resolve("etc").resolve("index.xml"), xml);
    return DistributionIndex.of(home.toString());
  }
}
