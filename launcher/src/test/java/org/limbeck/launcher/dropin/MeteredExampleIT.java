package org.limbeck.launcher.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Jars;
import org.limbeck.launcher.process.PluginFolder;
import org.limbeck.launcher.process.Shell;

/** The experiment of the example of a transport, whose devices fall silent, runs to its end. */
class MeteredExampleIT {
  private static final Path EXAMPLE =
      Path.of("../examples/plugins/transport").toAbsolutePath().normalize();
  private static final String PACKAGE = "org.example.metered";
  private static final long ALLOWANCE = 1_000_000;
  private static final String COMPONENT =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" init="1"
          name="org.example.metered.Metered" configuration-policy="require">
        <property name="limbeck.name" value="metered"/>
        <service><provide interface="org.limbeck.api.transport.Transport"/></service>
        <implementation class="org.example.metered.Metered"/>
      </scr:component>
      """;
  private static final String OPTIONS =
      """
      <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0">
        <OCD id="options" name="Metered">
          <AD id="allowance" type="Long" default="0"/>
        </OCD>
        <Designate factoryPid="org.example.metered.Metered"><Object ocdref="options"/></Designate>
      </metatype:MetaData>
      """;

  @TempDir private Path folder;

  @Test
  void runsToItsEnd() throws Exception {
    Path home = DistributionCopy.small(folder.resolve("limbeck"));
    addMetered(PluginFolder.of(home));
    Shell shell = new Shell(folder, home).quick();

    Shell.Result result =
        shell.run(
            "run",
            EXAMPLE.resolve("experiment.yaml").toString(),
            "--set=baseline=none",
            "--json",
            "--quiet",
            "--out=run");

    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode summary = new ObjectMapper().readTree(result.out());
    assertThat(summary.get("rounds").intValue()).isEqualTo(300);
    assertThat(summary.get("frameBytesSentTotal").longValue())
        .as("what all wanted to send")
        .isGreaterThan(4 * ALLOWANCE);
    assertThat(summary.get("minTestAccuracy").doubleValue()).isGreaterThan(0.5);
  }

  /** Compiles the example as it stands, and says of it what its annotations say. */
  private void addMetered(PluginFolder plugins) throws Exception {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path source = EXAMPLE.resolve("src/main/java/org/example/metered/Metered.java");
    String classpath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-nowarn",
                "-cp",
                classpath,
                "-d",
                "" + classes,
                "" + source);
    assertThat(exitCode).as("compiles").isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?>[] all = {
        loader.loadClass(PACKAGE + ".Metered"),
        loader.loadClass(PACKAGE + ".Metered$Meter"),
        loader.loadClass(PACKAGE + ".Metered$Config")
      };
      Map<String, String> headers =
          Map.of(
              "Bundle-ManifestVersion", "2",
              "Bundle-SymbolicName", PACKAGE,
              "Import-Package", "org.limbeck.api.transport",
              "Service-Component", "OSGI-INF/metered.xml");
      Map<String, String> texts =
          Map.of("OSGI-INF/metered.xml", COMPONENT, "OSGI-INF/metatype/metered.xml", OPTIONS);
      plugins.put("metered.jar", jar -> Jars.write(jar, headers, texts, all));
    }
  }
}
