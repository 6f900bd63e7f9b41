package org.limbeck.exchange.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Device a follows device b. */
class ChannelStatesTest {
  private static final CopyRequest OF_B = new CopyRequest("a", 0, "b", 2, 1);

  private final PublicCopy followed = ChannelStateTest.copy();
  private final PublicCopy own = ChannelStateTest.copy();

  @Test
  void aDeviceBeginsWithTheCopyThatItKeepsItself() {
    assertThat(ChannelStates.saved(states(Map.of("b", followed))).copy(OF_B)).isSameAs(followed);
  }

  @Test
  void whereCopiesWereSharedItBeginsWithThatOfTheSender() {
    assertThat(ChannelStates.saved(states(Map.of())).copy(OF_B)).isSameAs(own);
    assertThat(ChannelStates.kept(states(Map.of()), Set.of()).copy(OF_B)).isSameAs(own);
  }

  @Test
  void whoHoldsCopiesOfItsOwnBeginsWithADuplicate() {
    HeldCopy held = PublicCopies.SEPARATE.hold(OF_B, ChannelStates.saved(states(Map.of())));
    assertThat(held.copy()).isNotSameAs(own);
    assertThat(held.copy().frames()).isEqualTo(1);
    assertThat(held.copy().all().values()).containsExactly(0.5f);
  }

  @Test
  void whatWasNotSavedIsRefused() {
    ChannelStates saved = ChannelStates.saved(states(Map.of()));
    assertThatThrownBy(() -> saved.copy(new CopyRequest("a", 1, "b", 2, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the saved state has no channel 1 of b with 2 rows of 1");
    assertThatThrownBy(() -> saved.copy(new CopyRequest("a", 0, "b", 3, 1)))
        .hasMessage("the saved state has no channel 0 of b with 3 rows of 1");
  }

  @Test
  void inANetworkThatHasChangedItBeginsAnew() {
    ChannelStates kept = ChannelStates.kept(states(Map.of("b", followed)), Set.of());
    assertThat(kept.copy(new CopyRequest("a", 0, "b", 3, 1)).frames()).isZero();
    assertThat(kept.copy(new CopyRequest("a", 1, "b", 2, 1)).frames()).isZero();
    ChannelStates restarted = ChannelStates.kept(states(Map.of("b", followed)), Set.of("b"));
    assertThat(restarted.copy(OF_B).frames()).isZero();
  }

  @Test
  void aServerIsSavedButBeginsAnewInANetworkThatHasChanged() {
    Map<String, List<ChannelState>> states =
        Map.of("a", List.of(new ChannelState.Server(2, 1, own)));
    CopyRequest request = new CopyRequest("a", 0, ChannelState.Server.ID, 2, 1);
    assertThat(ChannelStates.saved(states).copy(request)).isSameAs(own);
    assertThat(ChannelStates.kept(states, Set.of()).copy(request).frames()).isZero();
  }

  private Map<String, List<ChannelState>> states(Map<String, PublicCopy> ofA) {
    return Map.of(
        "a", List.of(new ChannelState.LockStep(2, 1, ofA)),
        "b", List.of(new ChannelState.LockStep(2, 1, Map.of("b", own))));
  }
}
