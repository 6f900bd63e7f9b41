package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.limbeck.api.architecture.Model;

/** The part of the {@link ArchitectureContract} about the state of a model. */
interface ModelStateTests extends ModelTests {

  @Test
  default void goesOnFromASavedStateAsIfNothingHadHappened() {
    Model original = lab().trained(1);
    Model restored = StateChecks.restore(lab().model(2), StateChecks.save(original));
    assertThat(lab().decisions(restored))
        .as("right after restoring")
        .isEqualTo(lab().decisions(original));
    lab().train(original, 5);
    lab().train(restored, 5);
    assertThat(lab().decisions(restored))
        .as("after further steps")
        .isEqualTo(lab().decisions(original));
  }

  @Test
  default void restoringReplacesTheWholeState() {
    Model used = StateChecks.restore(lab().trained(2), StateChecks.save(lab().model(1)));
    Model fresh = lab().model(1);
    lab().train(used, 3);
    lab().train(fresh, 3);
    assertThat(lab().decisions(used)).isEqualTo(lab().decisions(fresh));
  }

  @Test
  default void savingChangesNothing() {
    Model saved = lab().trained(1);
    Model unsaved = lab().trained(1);
    byte[] state = StateChecks.save(saved);
    assertThat(StateChecks.save(saved)).as("saved again").isEqualTo(state);
    lab().train(saved, 3);
    lab().train(unsaved, 3);
    assertThat(lab().decisions(saved)).isEqualTo(lab().decisions(unsaved));
    StateChecks.assertReportsAFullDisk(saved);
  }

  @Test
  default void restoringReadsExactlyWhatWasSaved() throws IOException {
    StateChecks.assertReadsExactlyItsOwn(() -> lab().model(2), StateChecks.save(lab().trained(1)));
  }

  @Test
  default void refusesAStateThatEndsEarly() {
    StateChecks.assertRefusesTruncated(() -> lab().model(2), StateChecks.save(lab().trained(1)));
  }

  @Test
  default void refusesAStateOfAnotherSizeOrKind() {
    byte[] state = StateChecks.save(lab().model(1));
    StateChecks.assertRefusesForeign(() -> lab().model(1, lab().classes() + 1), state);
    StateChecks.assertRefusesForeign(
        () -> lab().model(1), StateChecks.save(lab().model(1, lab().classes() + 1)));
    byte[] garbage = new byte[state.length];
    Arrays.fill(garbage, (byte) 0x5A);
    StateChecks.assertRefusesForeign(() -> lab().model(1), garbage);
  }

  @Test
  default void doesNotCareWhichThreadUsesIt() throws Exception {
    Model alone = lab().model(1);
    Model model = lab().model(1);
    ExecutorService one = Executors.newSingleThreadExecutor();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      for (int turn = 0; turn < 4; turn++) {
        lab().train(alone, 1);
        lab().train(alone, 1);
        lab().train(alone, 1);
        one.submit(() -> lab().train(model, 1)).get();
        other.submit(() -> lab().train(model, 1)).get();
        one.submit(() -> lab().train(model, 1)).get();
      }
      assertThat(other.submit(() -> lab().decisions(model)).get())
          .isEqualTo(lab().decisions(alone));
    } finally {
      one.shutdownNow();
      other.shutdownNow();
    }
  }
}
