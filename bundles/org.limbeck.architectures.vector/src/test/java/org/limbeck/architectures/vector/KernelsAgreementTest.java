package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever computes them, and however it was compiled, results are the same bit for bit. */
class KernelsAgreementTest {

  @Test
  void vectorAndScalarKernelsGiveTheSameBits() {
    assertThat(Fingerprint.of(new Backend(new VectorKernels())))
        .isEqualTo(Fingerprint.of(new Backend(new ScalarKernels())));
  }

  @ParameterizedTest
  @CsvSource({
    "--add-modules jdk.incubator.vector -Xint, vector",
    "--add-modules jdk.incubator.vector -XX:TieredStopAtLevel=1, vector",
    "--add-modules jdk.incubator.vector -XX:-TieredCompilation -Xbatch, vector",
    "--add-modules jdk.incubator.vector -XX:MaxVectorSize=16, 'vector, 4 lanes'",
    "-Xint, scalar",
    "-XX:-TieredCompilation -Xbatch, scalar"
  })
  void otherJavaMachinesGiveTheSameBits(String options, String kernels)
      throws IOException, InterruptedException {
    List<String> lines = fork(options);
    assertThat(lines.get(0)).startsWith(kernels);
    assertThat(lines.get(1))
        .isEqualTo(String.valueOf(Fingerprint.of(new Backend(new ScalarKernels()))));
  }

  private static List<String> fork(String options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options.split(" ")));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Fingerprint.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit code of java %s", options).isZero();
    return output.lines().toList();
  }
}
