package org.limbeck.testkit;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;

/**
 * What every {@link Architecture} and its models promise. The parts that need the optional
 * capabilities are skipped for models without them.
 */
public abstract class ArchitectureContract
    implements CreationTests,
        PredictionTests,
        TrainingTests,
        StepTests,
        ModelStateTests,
        WeightsTests,
        GradientsTests,
        EmbeddingsTests,
        LayersTests {

  private ModelLab lab;

  /** Returns the architecture under test. */
  protected abstract Architecture architecture();

  /** Returns the shape of the inputs to test with; by default 6 features. */
  protected Shape shape() {
    return new Shape(1, 1, 6);
  }

  /** Returns the number of classes to test with, at most as many as there are features. */
  protected int classes() {
    return 3;
  }

  /** Returns shapes that the architecture cannot work with; by default none. */
  protected List<Shape> unsuitableShapes() {
    return List.of();
  }

  /** Returns a step size η at which models learn; by default 0.1. */
  protected float stepSize() {
    return 0.1f;
  }

  /** Returns how many steps at {@link #stepSize} a model may take to learn 24 easy rows. */
  protected int patience() {
    return 600;
  }

  /**
   * Returns whether a step is exactly θ − η ∇ of the objective; override it for models that keep
   * momentum or the like.
   */
  protected boolean followsThePlainGradient() {
    return true;
  }

  /**
   * Returns whether models go down the objective, the farther the larger the step size; override it
   * for models that memorise rows instead. Those take no notice of the step size, and a single row
   * may tell them nothing about itself.
   */
  protected boolean descends() {
    return true;
  }

  /**
   * Returns how far a derivative may be from the finite difference, as a share of the largest
   * derivative; by default 2 %.
   */
  protected double gradientTolerance() {
    return 0.02;
  }

  @BeforeEach
  void openLab() {
    lab = new ModelLab(this);
  }

  /** Returns what the parts of the contract share. */
  @Override
  public final ModelLab lab() {
    return lab;
  }

  @AfterEach
  void closeModels() {
    lab.close();
  }
}
