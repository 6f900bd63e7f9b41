package org.limbeck.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.architecture.Weights;
import org.limbeck.api.event.DeviceEvaluation;
import org.limbeck.api.event.TestClassification;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.engine.PlainRun;
import org.limbeck.engine.network.DeviceNetwork;
import org.limbeck.engine.worker.WorkerPool;

/** Softmax regressions whose weights are set, so that every figure can be worked out by hand. */
class NetworkEvaluatorTest {
  private static final int CLASSES = 10;

  @Test
  void figuresAreThoseOfTheDefinitions() throws InterruptedException {
    try (DeviceNetwork network = PlainRun.ofRing(3, 1).network();
        WorkerPool workers = new WorkerPool(2)) {
      network.devices().forEach(device -> alwaysSure(device, 0));
      alwaysSure(network.devices().get(2), 3);
      List<DeviceEvaluation> evaluations = new NetworkEvaluator(network, workers).evaluate();

      // two devices say 0 and one says 3: the mean is 2/3 at 0 and 1/3 at 3
      assertThat(evaluations.get(0).disagreement()).isCloseTo(2.0 / 9, within(1e-6));
      assertThat(evaluations.get(2).disagreement()).isCloseTo(8.0 / 9, within(1e-6));
      assertThat(evaluations.get(0).testAccuracy()).isEqualTo(share(network.test(), 0));
      assertThat(evaluations.get(2).testAccuracy()).isEqualTo(share(network.test(), 3));
      assertThat(evaluations).allSatisfy(e -> assertThat(e.trackingError()).isNaN());
    }
  }

  @Test
  void rowsAreCountedByWhatTheyAreAndWhatTheyAreTakenFor() throws InterruptedException {
    try (DeviceNetwork network = PlainRun.ofRing(3, 1).network();
        WorkerPool workers = new WorkerPool(2)) {
      Device device = network.devices().get(1);
      alwaysSure(device, 3);
      DeviceEvaluation evaluation = new NetworkEvaluator(network, workers).evaluate().get(1);

      TestClassification known = evaluation.classification();
      int rows = network.test().rows();
      for (int k = 0; k < CLASSES; k++) {
        assertThat(known.count(k, 3)).isEqualTo((int) Math.round(rows * share(network.test(), k)));
      }
      assertThat(known.confusion()).filteredOn(count -> count > 0).hasSizeLessThanOrEqualTo(10);
      assertThat(known.calibrationError()).isCloseTo(1 - evaluation.testAccuracy(), within(1e-6));
    }
  }

  @Test
  void theTrackingErrorIsThatOfTheRowsThatWereExchanged() throws InterruptedException {
    try (DeviceNetwork network = PlainRun.ofRing(3, 1).network();
        WorkerPool workers = new WorkerPool(2)) {
      network.devices().forEach(device -> alwaysSure(device, 0));
      Block row = new Block(1, CLASSES);
      row.rows(1);
      row.ids()[0] = 5;
      row.values()[1] = 1;
      Device device = network.devices().get(0);
      device.estimate().inject(row);
      device.estimate().mix(row, List.of(), 1);

      // z says 1 where all say 0
      assertThat(new NetworkEvaluator(network, workers).evaluate().get(0).trackingError())
          .isCloseTo(2, within(1e-6));
    }
  }

  @Test
  void stationarityIsTheNormOfTheFullGradient() throws InterruptedException {
    try (DeviceNetwork network = PlainRun.ofRing(3, 1).with(PlainRun.LOCAL).network();
        WorkerPool workers = new WorkerPool(2)) {
      Device device = network.devices().get(2);
      float[] weights = new float[device.model().parameters()];
      device.model().capability(Weights.class).orElseThrow().set(weights);
      assertThat(new NetworkEvaluator(network, workers).evaluate().get(2).stationarity())
          .isCloseTo(normAtZero(device.data()), within(1e-5));
    }
  }

  /** Gives a device weights of 0 and one large bias, so that it says one class whatever it sees. */
  private static void alwaysSure(Device device, int sure) {
    float[] weights = new float[device.model().parameters()];
    weights[weights.length - CLASSES + sure] = 60;
    device.model().capability(Weights.class).orElseThrow().set(weights);
  }

  private static double share(LabelledRows rows, int label) {
    long count = 0;
    for (int row = 0; row < rows.rows(); row++) {
      count += rows.label(row) == label ? 1 : 0;
    }
    return (double) count / rows.rows();
  }

  /** At weights of 0 every soft decision is 1/K: the gradient is the mean of x (1/K − y). */
  private static double normAtZero(LabelledRows rows) {
    double[][] gradient = new double[65][CLASSES];
    float[] x = new float[64];
    for (int row = 0; row < rows.rows(); row++) {
      rows.read(row, x, 0);
      for (int k = 0; k < CLASSES; k++) {
        double error = (0.1 - (rows.label(row) == k ? 1 : 0)) / rows.rows();
        for (int i = 0; i < 64; i++) {
          gradient[i][k] += x[i] * error;
        }
        gradient[64][k] += error;
      }
    }
    double sum = 0;
    for (double[] line : gradient) {
      for (double g : line) {
        sum += g * g;
      }
    }
    return Math.sqrt(sum);
  }
}
