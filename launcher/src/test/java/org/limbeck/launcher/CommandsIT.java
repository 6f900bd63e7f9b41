package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.Shell;

/** Commands that run nothing. */
class CommandsIT {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder).quick();
  }

  @Test
  void helpsOnStandardOutput() throws Exception {
    Shell.Result result = shell.run("--help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Usage: limbeck", "Examples:").doesNotContain("\033");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void listsPluginsAsJson() throws Exception {
    Shell.Result result = shell.run("plugins", "--json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    JsonNode plugins = new ObjectMapper().readTree(result.out()).get("plugins");
    assertThat(names(plugins, "topology")).contains("complete", "edges", "path", "ring", "star");
    assertThat(names(plugins, "algorithm")).contains("distributed-distillation", "local-only");
    assertThat(names(plugins, "architecture")).contains("mlp", "softmax");
    assertThat(plugins)
        .allSatisfy(
            plugin -> {
              assertThat(plugin.get("bundle").textValue()).startsWith("org.limbeck.");
              assertThat(plugin.get("version").textValue()).matches("\\d+\\.\\d+\\.\\d+.*");
              assertThat(plugin.get("options").isArray()).isTrue();
            });
    JsonNode activation = option(plugins, "mlp", "activation");
    assertThat(activation.get("type").textValue()).isEqualTo("string");
    assertThat(activation.get("default").textValue()).isEqualTo("tanh");
    assertThat(activation.get("allowed")).isNotEmpty();
    assertThat(activation.get("description").textValue()).isNotEmpty();
  }

  @Test
  void validates() throws Exception {
    Shell.Result result = shell.run("validate", "small.yaml", "--set", "topology.name=star");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("valid", "5 devices", "star", "3 mlp, 2 softmax");
    assertThat(shell.files()).containsExactly("small.yaml");
  }

  @Test
  void checksItsHealth() throws Exception {
    Shell.Result result = shell.run("health", "--json");

    JsonNode health = new ObjectMapper().readTree(result.out());
    assertThat(health.get("level").textValue()).isIn("ok", "warning");
    assertThat(result.exitCode()).isEqualTo(health.get("level").textValue().equals("ok") ? 0 : 3);
    assertThat(health.get("checks"))
        .extracting(check -> check.get("name").textValue())
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(shell.run("health", "nowhere").exitCode()).isEqualTo(2);
  }

  private static List<String> names(JsonNode plugins, String kind) {
    List<String> names = new ArrayList<>();
    for (JsonNode plugin : plugins) {
      if (plugin.get("kind").textValue().equals(kind)) {
        names.add(plugin.get("name").textValue());
      }
    }
    return names;
  }

  private static JsonNode option(JsonNode plugins, String name, String option) {
    for (JsonNode plugin : plugins) {
      for (JsonNode candidate : plugin.get("options")) {
        if (plugin.get("name").textValue().equals(name)
            && candidate.get("name").textValue().equals(option)) {
          return candidate;
        }
      }
    }
    throw new AssertionError("no option " + option + " of " + name);
  }
}
