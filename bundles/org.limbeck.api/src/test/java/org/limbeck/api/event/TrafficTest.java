package org.limbeck.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrafficTest {

  @Test
  void addsAndSubtractsBothSortsOfBytes() {
    Traffic first = new Traffic(100, 130);
    Traffic second = new Traffic(7, 9);
    assertThat(first.plus(second)).isEqualTo(new Traffic(107, 139));
    assertThat(first.minus(second)).isEqualTo(new Traffic(93, 121));
  }

  @Test
  void noneChangesNothing() {
    Traffic traffic = new Traffic(Integer.MAX_VALUE + 1L, Integer.MAX_VALUE + 2L);
    assertThat(traffic.plus(Traffic.NONE)).isEqualTo(traffic);
    assertThat(Traffic.NONE.plus(traffic)).isEqualTo(traffic);
    assertThat(traffic.minus(traffic)).isEqualTo(Traffic.NONE);
  }
}
