package org.limbeck.testkit;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.WeightedGraph;
import org.limbeck.testkit.fixture.Graphs;

class TopologyContractTest extends ContractTests {

  @Passes
  static class Ring extends TopologyContract {
    @Override
    protected Topology topology() {
      return (devices, random) -> Graphs.ring(devices.size());
    }
  }

  @Passes
  static class RandomTree extends TopologyContract {
    @Override
    protected Topology topology() {
      return (devices, random) -> Graphs.connected(devices.size(), random);
    }
  }

  @Passes
  static class Pairs extends TopologyContract {
    @Override
    protected Topology topology() {
      return (devices, random) -> {
        if (devices.size() % 2 != 0) {
          throw new IllegalArgumentException("an even number of devices, please");
        }
        return Graphs.ring(devices.size());
      };
    }

    @Override
    protected boolean supports(int devices) {
      return devices % 2 == 0;
    }
  }

  /** An edge a round. */
  @Passes
  static class OnePairARound extends TopologyContract {
    @Override
    protected Topology topology() {
      return varying(
          (devices, random) -> {
            int n = devices.size();
            int a = random.nextInt(n);
            List<Edge> edges =
                n == 1 ? List.of() : List.of(new Edge(a, (a + 1 + random.nextInt(n - 1)) % n));
            return new Graph(n, edges);
          });
    }

    @Override
    protected int roundsToConnect() {
      return 300;
    }
  }

  @Fails("isConnected")
  static class OneDeviceNeverMeetsAnother extends TopologyContract {
    @Override
    protected Topology topology() {
      return varying(
          (devices, random) ->
              new Graph(
                  devices.size(),
                  Graphs.connected(Math.max(1, devices.size() - 1), random).edges()));
    }
  }

  @Fails("variesIfItSaysSo")
  static class StaysAsItIs extends TopologyContract {
    @Override
    protected Topology topology() {
      return varying((devices, random) -> Graphs.ring(devices.size()));
    }
  }

  @Fails({"hasOneVertexPerDevice", "isConnected"})
  static class OneVertexTooManyAtTimes extends TopologyContract {
    @Override
    protected Topology topology() {
      return varying(
          (devices, random) ->
              new Graph(
                  devices.size() + (random.nextInt(10) == 0 ? 1 : 0),
                  Graphs.connected(devices.size(), random).edges()));
    }
  }

  @Fails("hasOneVertexPerDevice")
  static class OneVertexTooMany extends TopologyContract {
    @Override
    protected Topology topology() {
      return (devices, random) -> Graphs.ring(devices.size() + 1);
    }
  }

  @Fails("isConnected")
  static class LastDeviceLeftOut extends TopologyContract {
    @Override
    protected Topology topology() {
      return (devices, random) ->
          new Graph(devices.size(), Graphs.ring(Math.max(1, devices.size() - 1)).edges());
    }
  }

  @Fails({"isTheSameForTheSameStream", "isSafeForSeveralThreads"})
  static class OtherSourceOfRandomness extends TopologyContract {
    @Override
    protected Topology topology() {
      return (devices, random) -> Graphs.connected(devices.size(), new Random());
    }
  }

  @Fails("isTheSameForTheSameStream")
  static class EveryInstanceOnItsOwn extends TopologyContract {
    private static final AtomicInteger INSTANCES = new AtomicInteger();

    @Override
    protected Topology topology() {
      int seed = INSTANCES.incrementAndGet();
      return (devices, random) -> Graphs.connected(devices.size(), new Random(seed));
    }
  }

  @Fails("saysWhyThereIsNoSuchGraph")
  static class RefusesWithoutAWord extends Pairs {
    @Override
    protected Topology topology() {
      return (devices, random) -> {
        if (devices.size() % 2 != 0) {
          throw new IllegalArgumentException();
        }
        return Graphs.ring(devices.size());
      };
    }
  }

  @Fails("isSafeForSeveralThreads")
  static class OneCallAtATime extends TopologyContract {
    @Override
    protected Topology topology() {
      OneAtATime gate = new OneAtATime();
      return (devices, random) -> gate.pass(() -> Graphs.ring(devices.size()));
    }
  }

  /** A random tree, or the edges of a path in turn. */
  @Passes
  static class OneEdgeAfterTheOther extends TopologyContract {
    @Override
    protected Topology topology() {
      return new InTurn(devices -> Graphs.path(devices).edges());
    }
  }

  @Fails("followsItsOrderIfItHasOne")
  static class AnOrderWithoutTheLastDevice extends TopologyContract {
    @Override
    protected Topology topology() {
      return new InTurn(devices -> Graphs.path(Math.max(1, devices - 1)).edges());
    }
  }

  @Fails("followsItsOrderIfItHasOne")
  static class AnOrderThatDoesNotVary extends TopologyContract {
    @Override
    protected Topology topology() {
      return new InTurn(devices -> Graphs.path(devices).edges()) {
        @Override
        public Graph connect(List<String> devices, RandomGenerator random) {
          return Graphs.path(devices.size());
        }

        @Override
        public boolean isTimeVarying() {
          return false;
        }
      };
    }
  }

  private static Topology varying(Topology draw) {
    return new Varying(draw);
  }

  private static class Varying implements Topology {
    private final Topology draw;

    Varying(Topology draw) {
      this.draw = draw;
    }

    @Override
    public Graph connect(List<String> devices, RandomGenerator random) {
      return draw.connect(devices, random);
    }

    @Override
    public boolean isTimeVarying() {
      return true;
    }
  }

  private static class InTurn extends Varying {
    private final IntFunction<List<Edge>> edges;

    InTurn(IntFunction<List<Edge>> edges) {
      super((devices, random) -> Graphs.connected(devices.size(), random));
      this.edges = edges;
    }

    @Override
    public List<WeightedGraph> sequence(List<String> devices) {
      return edges.apply(devices.size()).stream()
          .map(edge -> new WeightedGraph(devices.size(), Map.of(edge, 0.5)))
          .toList();
    }
  }
}
