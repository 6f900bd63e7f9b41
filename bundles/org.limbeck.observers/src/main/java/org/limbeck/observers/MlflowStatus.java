package org.limbeck.observers;

/** The status of a run, in the words of MLflow. */
enum MlflowStatus {
  RUNNING(1),
  FINISHED(3),
  KILLED(5);

  private final int number;

  MlflowStatus(int number) {
    this.number = number;
  }

  /** Returns the number that MLflow keeps in files. */
  int number() {
    return number;
  }
}
