package org.limbeck.api.event;

/**
 * What one device thinks at an evaluation. The arrays are not copied, and not to be changed.
 *
 * @param device the device's id
 * @param classes the number of classes K
 * @param decisions its soft decisions on all reference rows, R × K
 * @param estimate its estimate z, R × K; rows that were never exchanged are NaN
 */
public record DeviceDecisions(String device, int classes, float[] decisions, float[] estimate) {}
