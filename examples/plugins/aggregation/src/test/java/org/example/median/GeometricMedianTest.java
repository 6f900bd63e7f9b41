package org.example.median;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.testkit.AggregationRuleContract;

class GeometricMedianTest extends AggregationRuleContract {

  @Override
  protected AggregationRule rule() {
    return new GeometricMedian(100);
  }

  @Test
  void fewerThanHalfCannotMoveItFar() {
    Estimate estimate = rule().open(1, 3);
    estimate.inject(says(0.8f, 0.1f, 0.1f));
    estimate.mix(
        says(0.8f, 0.1f, 0.1f),
        List.of(
            peer("a", 0.7f, 0.2f, 0.1f),
            peer("b", 0.8f, 0.2f, 0),
            peer("liar", 0, 0, 1),
            peer("other liar", -50, 0, 51)),
        1);
    float[] read = new float[3];
    estimate.read(0, read, 0);
    assertThat(read[0]).as("what the honest say of class 0").isBetween(0.7f, 0.8f);
    assertThat(read[2]).as("what the liars say of class 2").isLessThan(0.15f);
  }

  @Test
  void hasTheLeastSumOfDistances() {
    float[][] points = {{0, 0}, {4, 0}, {0, 4}, {4, 4}, {1, 3}};
    float[] median = new MedianEstimate(1, 2, 100).median(points);
    double least = sumOfDistances(points, median[0], median[1]);
    for (int angle = 0; angle < 360; angle += 15) {
      double x = median[0] + 0.01 * Math.cos(Math.toRadians(angle));
      double y = median[1] + 0.01 * Math.sin(Math.toRadians(angle));
      assertThat(sumOfDistances(points, x, y)).isGreaterThan(least);
    }
  }

  private static double sumOfDistances(float[][] points, double x, double y) {
    double sum = 0;
    for (float[] point : points) {
      sum += Math.hypot(point[0] - x, point[1] - y);
    }
    return sum;
  }

  private static Peer peer(String id, float... decisions) {
    return new Peer(id, 0.2f, says(decisions));
  }

  private static Block says(float... decisions) {
    Block block = new Block(1, decisions.length);
    block.rows(1);
    System.arraycopy(decisions, 0, block.values(), 0, decisions.length);
    return block;
  }
}
