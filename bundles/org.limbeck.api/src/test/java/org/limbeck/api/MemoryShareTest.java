package org.limbeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MemoryShareTest {

  @Test
  void isAThirdOfTheHeap() {
    assertThat(MemoryShare.ofHeap().bytes()).isEqualTo(Runtime.getRuntime().maxMemory() / 3);
  }

  @Test
  void allowsAsMuchAsItIsAndNoByteMore() {
    MemoryShare share = new MemoryShare(5_000);
    share.require("rows.csv", 5_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> share.require("rows.csv: what it holds", 5_001))
        .withMessage(
            "rows.csv: what it holds takes more memory than it may, a third of the heap: 5,001"
                + " bytes, and 5,000 are allowed; -Xmx gives it more");
  }
}
