package org.example.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.testkit.ArchitectureContract;

class NearestNeighboursTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new NearestNeighbours(3, 0.1f);
  }

  @Test
  void learnsFromTheLatestSoftTarget() {
    Model model =
        new NearestNeighbours(1, 0.001f).create(new Shape(1, 1, 1), 2, new SplittableRandom(1));
    model.step(lesson(0.9f, 0.1f), 1, new Losses());
    model.step(lesson(0.3f, 0.7f), 1, new Losses());
    Block decisions = new Block(1, 2);
    model.predict(block(5.2f), decisions);
    assertThat(decisions.values()[1]).as("class 1, near the row").isBetween(0.69f, 0.71f);
  }

  private static Lesson lesson(float... target) {
    Block targets = new Block(1, 2);
    targets.rows(1);
    System.arraycopy(target, 0, targets.values(), 0, 2);
    return new Lesson(new Block(0, 1), new int[0], block(5), targets, DistillationLoss.SQUARED, 1);
  }

  private static Block block(float value) {
    Block block = new Block(1, 1);
    block.rows(1);
    block.values()[0] = value;
    return block;
  }
}
