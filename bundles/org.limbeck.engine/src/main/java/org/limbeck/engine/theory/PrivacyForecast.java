package org.limbeck.engine.theory;

/**
 * The differential privacy that devices will have at the end.
 *
 * @param delta δ
 * @param leastEpsilon ε of the device that is protected best
 * @param largestEpsilon ε of the device that is protected worst
 */
public record PrivacyForecast(double delta, double leastEpsilon, double largestEpsilon) {}
