package org.limbeck.api.algorithm;

/**
 * How training protects private rows: DP-SGD of M. Abadi and others, <i>Deep Learning with
 * Differential Privacy</i>, CCS 2016, algorithm 1, with Poisson sampling.
 *
 * @param clip C, the largest L2 norm of the gradient of a row's local loss; above 0
 * @param noise σ, the noise multiplier: the standard deviation of the noise on the sum of a batch's
 *     gradients is σ C; above 0
 * @param delta δ of the (ε, δ) guarantee; above 0 and below 1
 */
public record Privacy(float clip, float noise, double delta) {}
