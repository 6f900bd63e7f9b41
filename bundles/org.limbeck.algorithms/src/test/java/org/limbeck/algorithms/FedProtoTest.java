package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.algorithms.EmbeddingRecorder.Step;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.algorithm.Training;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.CloudRows;
import org.limbeck.testkit.fixture.FakeDevice;
import org.limbeck.testkit.fixture.FakeDevices;
import org.limbeck.testkit.fixture.FakeNetwork;
import org.limbeck.testkit.fixture.Graphs;
import org.limbeck.testkit.fixture.PlainSoftmax;

/** Devices of 2, 7 and 13 rows: the first has no row of the last of three classes. */
class FedProtoTest {
  private static final StepSize STEP_SIZE = new StepSize(0.3f, 0, StepSize.Schedule.CONSTANT);
  private static final Graph GRAPH = Graphs.ring(3);
  private static final int[] ROWS = {2, 7, 13};
  private static final int WIDTH = FakeDevices.CLASSES;
  private static final int EVERY = 2;
  private static final float LAMBDA = 0.6f;

  private final FakeNetwork network = new FakeNetwork(GRAPH);
  private final List<EmbeddingRecorder> models = new ArrayList<>();
  private final List<FakeDevice> devices = new ArrayList<>();

  /** C_j = Σ_i |D_ij| / N_j · C_ij, the paper's without its factor 1 / |N_j|, in doubles. */
  @Test
  void prototypesAreTheMeansOfClassesOverAllDevicesByTheirRows() {
    List<Participant> learners = join(new FedProto(LAMBDA, options()));
    run(learners, 0);
    begin(learners, 1);
    double[][] expected = prototypes();
    finish(learners, 1);
    models.forEach(EmbeddingRecorder::steps);
    begin(learners, 2);
    Set<Integer> classes = new HashSet<>();
    for (EmbeddingRecorder model : models) {
      Step step = model.steps().get(0);
      classes.addAll(step.targets().keySet());
      assertThat(step.free()).as("rows without a target").isZero();
      step.targets()
          .forEach(
              (k, prototype) -> {
                for (int v = 0; v < WIDTH; v++) {
                  assertThat(prototype[v]).isCloseTo((float) expected[k][v], within(1e-6f));
                }
              });
    }
    assertThat(classes).as("classes that were compared").hasSize(FakeDevices.CLASSES);
  }

  /** λ times the mean of squared differences over the values of an embedding. */
  @Test
  void theWeightOfADistanceIsSharedByItsValues() {
    run(join(new FedProto(LAMBDA, options())), 0);
    assertThat(models.get(0).steps().get(0).weight()).isEqualTo(LAMBDA / WIDTH);
  }

  @Test
  void thereAreNoTargetsBeforeTheFirstExchange() {
    List<Participant> learners = join(new FedProto(LAMBDA, options()));
    run(learners, 0);
    begin(learners, 1);
    assertThat(models.get(2).steps())
        .as("steps of two rounds")
        .hasSize(4)
        .allSatisfy(step -> assertThat(step.targets()).isEmpty())
        .allSatisfy(step -> assertThat(step.free()).isEqualTo(4));
  }

  @Test
  void aDeviceSendsARowForEachClassThatItHasAtTheEndOfAnInterval() {
    List<Participant> learners = join(new FedProto(LAMBDA, options()));
    for (int round = 0; round < 2 * EVERY; round++) {
      run(learners, round);
    }
    for (int n = 0; n < ROWS.length; n++) {
      assertThat(network.channels(n)).containsExactly("3 rows of 4 to the server");
      assertThat(network.sent(n)).as("frames in two intervals").isEqualTo(2);
    }
    PrototypeSums sums = new PrototypeSums(devices.get(0), models.get(0));
    Block sent = sums.compute();
    assertThat(sent.rows()).isEqualTo(2);
    assertThat(sent.ids()).startsWith(0, 1);
    assertThat(sent.values()[3]).as("the share of class 0").isEqualTo(0.5f);
  }

  @Test
  void withoutWeightItIsLocalTraining() {
    List<Participant> learners = join(new FedProto(0, options()));
    FedProtoTest other = new FedProtoTest();
    List<Participant> local = other.join(new LocalOnly(STEP_SIZE));
    for (int round = 0; round < 5; round++) {
      run(learners, round);
      run(local, round);
    }
    assertThat(embeddings(1)).isEqualTo(other.embeddings(1));
  }

  @Test
  void withWeightEmbeddingsOfAClassComeTogether() {
    List<Participant> learners = join(new FedProto(5, options()));
    FedProtoTest other = new FedProtoTest();
    List<Participant> local = other.join(new LocalOnly(STEP_SIZE));
    for (int round = 0; round < 30; round++) {
      run(learners, round);
      run(local, round);
    }
    assertThat(spread()).isLessThan(0.7 * other.spread());
  }

  /** A count that a codec has moved next to 0 says nothing of a class. */
  @Test
  void aClassOfNoRowsKeepsItsPrototype() {
    GlobalPrototypes prototypes = new GlobalPrototypes(2, 1);
    Block mean = new Block(2, 2);
    mean.rows(2);
    mean.ids()[1] = 1;
    System.arraycopy(new float[] {1, 0.5f, 9, 1e-8f}, 0, mean.values(), 0, 4);
    prototypes.replace(mean);
    Block targets = new Block(3, 1);
    prototypes.select(new int[] {1, 0, 1}, 3, targets);
    assertThat(targets.rows()).isEqualTo(1);
    assertThat(targets.ids()[0]).isEqualTo(1);
    assertThat(targets.values()[0]).isEqualTo(2);
  }

  @Test
  void refusesModelsWithoutEmbeddings() {
    RecordingDevice device = RecordingDevice.on(Graphs.ring(1), new Training(1, 2)).get(0);
    assertThatThrownBy(() -> new FedProto(1, options()).join(device))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the model of device-000 has none")
        .hasMessageContaining("mlp or cnn");
    assertThatThrownBy(() -> new FedProto(-1, options()))
        .hasMessage("regularization is 0 or more, not -1.0");
  }

  /** Prototypes are of private rows, outside of what the accountant counts. */
  @Test
  void isRefusedWherePrivateRowsAreProtected() {
    assertThat(new FedProto(1, options()).trainsPrivately()).isFalse();
    assertThat(new FedProto(1, options()).exchangesWeights()).isFalse();
  }

  private static SgdOptions options() {
    return new SgdOptions(EVERY, STEP_SIZE);
  }

  private List<Participant> join(Algorithm algorithm) {
    FakeDevice plain = FakeDevices.on(Graphs.ring(1), 1).get(0);
    for (int n = 0; n < ROWS.length; n++) {
      models.add(
          new EmbeddingRecorder(
              new PlainSoftmax()
                  .create(FakeDevices.SHAPE, FakeDevices.CLASSES, new SplittableRandom(n))));
      devices.add(
          new FakeDevice(
              n,
              1,
              FakeDevices.CLASSES,
              models.get(n),
              new CloudRows(FakeDevices.SHAPE, FakeDevices.CLASSES, ROWS[n], 50 + n),
              plain.reference(),
              plain.estimate(),
              new Training(2, 4),
              network));
    }
    return devices.stream().map(algorithm::join).toList();
  }

  private double[][] prototypes() {
    double[][] sums = new double[FakeDevices.CLASSES][WIDTH];
    int[] counts = new int[FakeDevices.CLASSES];
    for (int n = 0; n < ROWS.length; n++) {
      float[] embedded = embeddings(n);
      for (int row = 0; row < ROWS[n]; row++) {
        int k = devices.get(n).data().label(row);
        counts[k]++;
        for (int v = 0; v < WIDTH; v++) {
          sums[k][v] += embedded[row * WIDTH + v];
        }
      }
    }
    for (int k = 0; k < sums.length; k++) {
      for (int v = 0; v < WIDTH; v++) {
        sums[k][v] /= counts[k];
      }
    }
    return sums;
  }

  /** Returns the mean squared distance of all embeddings from the prototypes of their classes. */
  private double spread() {
    double[][] prototypes = prototypes();
    double sum = 0;
    for (int n = 0; n < ROWS.length; n++) {
      float[] embedded = embeddings(n);
      for (int row = 0; row < ROWS[n]; row++) {
        for (int v = 0; v < WIDTH; v++) {
          double prototype = prototypes[devices.get(n).data().label(row)][v];
          sum += Math.pow(embedded[row * WIDTH + v] - prototype, 2);
        }
      }
    }
    return sum;
  }

  private float[] embeddings(int n) {
    LabelledRows data = devices.get(n).data();
    Block inputs = PrivateBatch.all(data, FakeDevices.SHAPE.features()).inputs();
    Block into = new Block(data.rows(), WIDTH);
    models.get(n).embed(inputs, into);
    return into.values();
  }

  private static void run(List<Participant> learners, long round) {
    begin(learners, round);
    finish(learners, round);
  }

  private static void begin(List<Participant> learners, long round) {
    learners.forEach(learner -> learner.begin(round));
  }

  private static void finish(List<Participant> learners, long round) {
    learners.forEach(learner -> learner.finish(round, new Losses()));
  }
}
