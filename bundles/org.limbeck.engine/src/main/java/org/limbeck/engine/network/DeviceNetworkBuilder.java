package org.limbeck.engine.network;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.architecture.Model;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.endpoint.Endpoint;

/**
 * Collects the devices of a network that is being made. Closed before the network is built, it
 * closes what was made for it, so that a refusal half way leaves nothing behind.
 */
public final class DeviceNetworkBuilder implements AutoCloseable {
  private final List<DeviceRuntime> devices = new ArrayList<>();
  private final List<Model> models = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** Takes a model that was made for this network. */
  public Model own(Model model) {
    models.add(model);
    return model;
  }

  /** Takes an endpoint that was opened for this network. */
  public Endpoint own(Endpoint endpoint) {
    endpoints.add(endpoint);
    return endpoint;
  }

  /** Adds the next device. */
  public void add(DeviceRuntime device) {
    devices.add(device);
  }

  /** Returns the devices so far, in their order. */
  public List<DeviceRuntime> devices() {
    return devices;
  }

  /** Hands everything over to the network that was made of the devices. */
  public DeviceNetwork complete(DeviceNetwork network) {
    models.clear();
    endpoints.clear();
    return network;
  }

  @Override
  public void close() {
    endpoints.forEach(Endpoint::close);
    models.forEach(Model::close);
    endpoints.clear();
    models.clear();
  }
}
