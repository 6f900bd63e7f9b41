package org.limbeck.architectures.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Neighbours found as rows come and change are those that sorting all rows finds. */
class StoredNeighboursPropertyTest {

  @Property(tries = 50)
  void storedRowsKnowTheirNearest(
      @ForAll @IntRange(min = 1, max = 9) int features,
      @ForAll @IntRange(min = 1, max = 6) int length,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StoredRows memory = new StoredRows(features, 2);
    StoredNeighbours neighbourhoods =
        new StoredNeighbours(memory, new QueryBatch(features), length);
    for (int batch = 0; batch < 6; batch++) {
      for (int i = random.nextInt(QueryBatch.MOST + 20); i > 0; i--) {
        float[] row = ClusterLessons.grid(features, random);
        RowOrigin kind = random.nextBoolean() ? RowOrigin.PRIVATE : RowOrigin.REFERENCE;
        neighbourhoods.moved(memory.put(kind, random.nextInt(300), row, 0));
      }
      neighbourhoods.settle();
      for (int place = 0; place < memory.size(); place++) {
        float[] row = Arrays.copyOfRange(memory.inputs(), place * features, (place + 1) * features);
        assertThat(listed(neighbourhoods.lists(), place))
            .isEqualTo(sorted(memory, row, place, length));
      }
    }
  }

  @Property(tries = 50)
  void otherRowsFindTheirNearest(
      @ForAll @IntRange(min = 1, max = 9) int features,
      @ForAll @IntRange(min = 1, max = 6) int length,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StoredRows memory = new StoredRows(features, 2);
    QueryNeighbours askedRows = new QueryNeighbours(memory, new QueryBatch(features), length);
    float[] rows = ClusterLessons.grid(8 * features, random);
    for (int batch = 0; batch < 6; batch++) {
      for (int i = random.nextInt(60); i > 0; i--) {
        memory.put(RowOrigin.PRIVATE, memory.size(), ClusterLessons.grid(features, random), 0);
      }
      if (random.nextBoolean() && memory.size() > 0) {
        memory.put(RowOrigin.PRIVATE, 0, ClusterLessons.grid(features, random), 0);
        askedRows.forget();
      }
      rows[random.nextInt(rows.length)] = 2;
      int asked = random.nextInt(8);
      for (int row = 0; row < asked; row++) {
        askedRows.ask(random.nextInt(3) == 0 ? 1 : row, rows, row * features);
      }
      NeighbourLists found = askedRows.answer();
      for (int row = 0; row < asked; row++) {
        float[] values = Arrays.copyOfRange(rows, row * features, (row + 1) * features);
        assertThat(listed(found, askedRows.list(row)))
            .isEqualTo(sorted(memory, values, -1, length));
      }
    }
  }

  private static List<Integer> listed(NeighbourLists lists, int list) {
    return IntStream.range(0, lists.size(list)).mapToObj(r -> lists.place(list, r)).toList();
  }

  /** Distances of rows on a grid are exact, so that ties are ties. */
  private static List<Integer> sorted(StoredRows memory, float[] row, int without, int length) {
    return IntStream.range(0, memory.size())
        .filter(place -> place != without)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> distance(memory, place, row)))
        .limit(length)
        .toList();
  }

  private static double distance(StoredRows memory, int place, float[] row) {
    double sum = 0;
    for (int f = 0; f < row.length; f++) {
      sum += Math.pow(memory.inputs()[place * row.length + f] - row[f], 2);
    }
    return sum;
  }
}
