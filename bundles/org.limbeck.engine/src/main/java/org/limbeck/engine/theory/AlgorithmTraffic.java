package org.limbeck.engine.theory;

/**
 * What a device sends by an algorithm with the experiment's codec, at most, on average over the
 * devices and with one copy per neighbour, or one to the server that it has.
 *
 * @param algorithm the algorithm
 * @param sending in how many rounds anything is sent
 * @param bytesPerRound payload bytes in such a round
 * @param bytes payload bytes in all rounds
 * @param frameBytes the same with the frames' headers
 */
public record AlgorithmTraffic(
    String algorithm, long sending, double bytesPerRound, double bytes, double frameBytes) {}
