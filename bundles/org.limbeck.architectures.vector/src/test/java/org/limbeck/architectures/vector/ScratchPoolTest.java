package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ScratchPoolTest {

  @Test
  void lendsWhatWasGivenBack() {
    ScratchPool pool = new ScratchPool();
    ScratchBuffers scratch = pool.borrow();
    assertThat(pool.borrow()).isNotSameAs(scratch);
    pool.giveBack(scratch);
    assertThat(pool.borrow()).isSameAs(scratch);
  }

  @Test
  void keepsNoMoreThanItHasRoomFor() {
    ScratchPool pool = new ScratchPool();
    Set<ScratchBuffers> many = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      many.add(pool.borrow());
    }
    many.forEach(pool::giveBack);
    int kept = 0;
    while (many.contains(pool.borrow())) {
      kept++;
    }
    assertThat(kept).isPositive().isLessThan(many.size());
  }

  @Test
  void neverLendsTheSameToTwoThreadsAtOnce() throws Exception {
    ScratchPool pool = new ScratchPool();
    Set<ScratchBuffers> lent = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        results.add(threads.submit(() -> borrowsAlone(pool, lent)));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean borrowsAlone(ScratchPool pool, Set<ScratchBuffers> lent) {
    boolean alone = true;
    for (int i = 0; i < 20_000; i++) {
      ScratchBuffers scratch = pool.borrow();
      alone &= lent.add(scratch);
      lent.remove(scratch);
      pool.giveBack(scratch);
    }
    return alone;
  }
}
