package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.NetworkLayer.ActivationFunction;
import org.limbeck.api.architecture.NetworkLayer.Dense;
import org.limbeck.api.preprocessing.CategoryColumn;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.command.ExitCode;

class ExportCommandTest {
  private static final List<String> CLASSES = List.of("idle", "busy");

  private final CommandSession session = new CommandSession();
  @TempDir private Path folder;
  private Path device;
  private Path file;

  @BeforeEach
  void writeRunFolder() throws IOException {
    device = TrainedRunFolder.write(folder.resolve("run"));
    file = folder.resolve("model.onnx");
    session.engine.classNames = CLASSES;
    session.engine.layers =
        List.of(new Dense(1, 2, new float[] {1, 2}, new float[2]), ActivationFunction.SOFTMAX);
    learntFrom(new NumberColumn("load", 3, 2, OptionalDouble.empty()));
  }

  @Test
  void writesAModelThatScalesAndSaysWhereItComesFrom() throws IOException {
    assertThat(export()).isEqualTo(ExitCode.DONE);

    assertThat(session.out().strip()).isEqualTo(file.toString());
    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
    assertThat(model.getGraph().getNodeList())
        .extracting(NodeProto::getOpType)
        .contains("Sub", "Gemm");
    assertThat(model.getMetadataPropsList())
        .extracting(StringStringEntryProto::getKey, StringStringEntryProto::getValue)
        .contains(
            tuple("classes", "[\"idle\",\"busy\"]"),
            tuple("columns", "[\"load\"]"),
            tuple("shape", "1x1x1"),
            tuple("device", "device-2"),
            tuple("run", "run"));
    assertThat(session.engine.model).isEqualTo("model of device-2");
  }

  @Test
  void takesFeaturesWhereAsked() throws IOException {
    assertThat(export("--features")).isEqualTo(ExitCode.DONE);

    ModelProto model = ModelProto.parseFrom(Files.readAllBytes(file));
    assertThat(model.getGraph().getNodeList())
        .extracting(NodeProto::getOpType)
        .doesNotContain("Sub");
  }

  @Test
  void refusesColumnsThatHoldMoreThanNumbers() {
    learntFrom(new CategoryColumn("colour", List.of("red"), false));

    assertRefused("columns that hold more than numbers", "give --features");

    assertThat(export("--features")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void refusesAFolderThatDoesNotSayWhatFeaturesAre() {
    session.engine.learntFrom = Optional.empty();

    assertRefused("does not say how samples become features", "give --features");
  }

  @Test
  void refusesAModelThatDoesNotSayWhatItsLayersAre() {
    session.engine.layers = null;

    assertRefused("does not say what its layers are", "softmax, mlp and cnn");
  }

  @Test
  void keepsAFileThatIsThere() throws IOException {
    Files.writeString(file, "mine");

    assertRefused(file + ": is there already", "--out");

    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesAnotherFormat() {
    assertRefused("--format: there is no format 'pt'; there is onnx", "", "--format", "pt");

    assertThat(file).doesNotExist();
  }

  @Test
  void namesTheFolderThatIsNotThere() {
    Path missing = folder.resolve("no/model.onnx");

    assertThat(session.execute("export", device.toString(), "--out", missing.toString()))
        .isNotEqualTo(ExitCode.DONE);

    assertThat(session.err()).contains(missing.getParent().toString());
  }

  private void learntFrom(ColumnEncoder column) {
    session.engine.learntFrom =
        Optional.of(new Preprocessing(new Shape(1, 1, 1), List.of(column), CLASSES));
  }

  private int export(String... options) {
    String[] args = new String[options.length + 4];
    System.arraycopy(
        new String[] {"export", device.toString(), "--out", file.toString()}, 0, args, 0, 4);
    System.arraycopy(options, 0, args, 4, options.length);
    return session.execute(args);
  }

  private void assertRefused(String message, String hint, String... options) {
    assertThat(export(options)).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).startsWith("limbeck: ").contains(message, hint);
    assertThat(session.out()).isEmpty();
  }
}
