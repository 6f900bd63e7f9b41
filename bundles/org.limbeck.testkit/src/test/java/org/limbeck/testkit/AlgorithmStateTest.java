package org.limbeck.testkit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.algorithm.Algorithm;

class AlgorithmStateTest extends ContractTests {
  @Fails({
    "goesOnFromASavedStateAsIfNothingHadHappened",
    "restoringReadsExactlyWhatWasSaved",
    "refusesAStateThatEndsEarly"
  })
  static class RestoresNothing extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public void restore(DataInput in) {
              // what was saved is lost
            }
          };
    }
  }

  @Fails("goesOnFromASavedStateAsIfNothingHadHappened")
  static class KeepsAStateItDoesNotSave extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            @Override
            public void save(DataOutput out) {
              // nothing, it says
            }

            @Override
            public void restore(DataInput in) {
              // nothing either
            }
          };
    }
  }

  @Fails("savingChangesNothing")
  static class SavingCounts extends AlgorithmContract {
    @Override
    protected Algorithm algorithm() {
      return device ->
          new PlainDistillation(device) {
            private int saved;

            @Override
            public void save(DataOutput out) throws IOException {
              super.save(out);
              out.writeInt(saved++);
            }

            @Override
            public void restore(DataInput in) throws IOException {
              super.restore(in);
              saved = in.readInt();
            }
          };
    }
  }
}
