package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import org.limbeck.api.Block;
import org.limbeck.api.Stateful;

/** What a device remembers of the weights that the server sent last, while it trains on. */
interface GlobalModel extends LocalTraining.Correction, Stateful {

  /** Nothing. */
  GlobalModel FORGOTTEN =
      new GlobalModel() {
        @Override
        public void replace(Block latest) {}

        @Override
        public void afterStep(float stepSize) {}

        @Override
        public void save(DataOutput out) {}

        @Override
        public void restore(DataInput in) {}
      };

  /** Takes the weights that the server has just sent. */
  void replace(Block latest);
}
