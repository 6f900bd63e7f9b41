package org.limbeck.api.event;

/**
 * What one device did in one round.
 *
 * @param device the device's id
 * @param localLoss mean cross-entropy on its private batches, in nats, before each step
 * @param distillationLoss mean distance from its targets, before each step, without ρ
 * @param sent bytes sent, one copy per neighbour
 * @param received bytes received
 */
public record DeviceRound(
    String device, double localLoss, double distillationLoss, Traffic sent, Traffic received) {}
