package org.limbeck.engine.device;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.topology.Graph;

/**
 * Collects the devices of a network that is being made. Closed before the network is built, it
 * closes what was made for it, so that a refusal half way leaves nothing behind.
 */
public final class NetworkBuilder implements AutoCloseable {
  private final Assembler assembler;
  private final List<DeviceRuntime> devices = new ArrayList<>();
  private final List<Model> models = new ArrayList<>();
  private final List<Station> stations = new ArrayList<>();

  /** Makes a builder without devices. */
  public NetworkBuilder(Assembler assembler) {
    this.assembler = assembler;
  }

  /** Takes a model that was made for this network. */
  public Model own(Model model) {
    models.add(model);
    return model;
  }

  /** Takes a station that was opened for this network. */
  public Station own(Station station) {
    stations.add(station);
    return station;
  }

  /** Adds the next device. */
  public void add(DeviceRuntime device) {
    devices.add(device);
  }

  /** Returns the devices so far, in their order. */
  public List<DeviceRuntime> devices() {
    return devices;
  }

  /** Makes the network, which owns everything from now on. */
  public Network build(Graph graph) {
    Network network = assembler.network(devices, graph);
    models.clear();
    stations.clear();
    return network;
  }

  @Override
  public void close() {
    stations.forEach(Station::close);
    models.forEach(Model::close);
    stations.clear();
    models.clear();
  }
}
