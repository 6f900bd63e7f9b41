package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.limbeck.api.architecture.Model;

/** The part of the {@link ArchitectureContract} about the state of a model. */
abstract class ModelStateTests extends ModelTests {

  ModelStateTests(ArchitectureContract contract) {
    super(contract);
  }

  @Test
  void goesOnFromASavedStateAsIfNothingHadHappened() {
    Model original = trained(1);
    Model restored = States.restore(model(2), States.save(original));
    assertThat(decisions(restored)).as("right after restoring").isEqualTo(decisions(original));
    train(original, 5);
    train(restored, 5);
    assertThat(decisions(restored)).as("after further steps").isEqualTo(decisions(original));
  }

  @Test
  void restoringReplacesTheWholeState() {
    Model used = States.restore(trained(2), States.save(model(1)));
    Model fresh = model(1);
    train(used, 3);
    train(fresh, 3);
    assertThat(decisions(used)).isEqualTo(decisions(fresh));
  }

  @Test
  void savingChangesNothing() {
    Model saved = trained(1);
    Model unsaved = trained(1);
    byte[] state = States.save(saved);
    assertThat(States.save(saved)).as("saved again").isEqualTo(state);
    train(saved, 3);
    train(unsaved, 3);
    assertThat(decisions(saved)).isEqualTo(decisions(unsaved));
    States.assertReportsAFullDisk(saved);
  }

  @Test
  void restoringReadsExactlyWhatWasSaved() throws IOException {
    States.assertReadsExactlyItsOwn(() -> model(2), States.save(trained(1)));
  }

  @Test
  void refusesAStateThatEndsEarly() {
    States.assertRefusesTruncated(() -> model(2), States.save(trained(1)));
  }

  @Test
  void refusesAStateOfAnotherSizeOrKind() {
    byte[] state = States.save(model(1));
    States.assertRefusesForeign(() -> model(1, classes + 1), state);
    States.assertRefusesForeign(() -> model(1), States.save(model(1, classes + 1)));
    byte[] garbage = new byte[state.length];
    Arrays.fill(garbage, (byte) 0x5A);
    States.assertRefusesForeign(() -> model(1), garbage);
  }

  @Test
  void doesNotCareWhichThreadUsesIt() throws Exception {
    Model alone = model(1);
    Model model = model(1);
    ExecutorService one = Executors.newSingleThreadExecutor();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      for (int turn = 0; turn < 4; turn++) {
        train(alone, 1);
        train(alone, 1);
        train(alone, 1);
        one.submit(() -> train(model, 1)).get();
        other.submit(() -> train(model, 1)).get();
        one.submit(() -> train(model, 1)).get();
      }
      assertThat(other.submit(() -> decisions(model)).get()).isEqualTo(decisions(alone));
    } finally {
      one.shutdownNow();
      other.shutdownNow();
    }
  }
}
