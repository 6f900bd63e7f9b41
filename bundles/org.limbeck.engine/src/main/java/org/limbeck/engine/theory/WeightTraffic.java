package org.limbeck.engine.theory;

/**
 * What a device would send if it exchanged the weights of its model, four bytes each.
 *
 * @param architecture the architecture
 * @param devices how many devices have it
 * @param parameters the number of trainable parameters
 * @param toNeighbours payload bytes of one exchange with its neighbours, as in D-PSGD: one copy for
 *     each of the mean number of them
 * @param toServer payload bytes of one exchange with a server, as in FedAvg: one copy
 */
public record WeightTraffic(
    String architecture, int devices, int parameters, double toNeighbours, double toServer) {}
