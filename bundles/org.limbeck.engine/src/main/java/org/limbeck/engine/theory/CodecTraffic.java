package org.limbeck.engine.theory;

/**
 * What a device sends with a codec, at most, on average over the devices and with one copy per
 * neighbour.
 *
 * @param codec the codec
 * @param options its options, on one line
 * @param gamma the largest mixing step γ at which it converges
 * @param bytesPerRound payload bytes in a round in which anything is sent
 * @param bytes payload bytes in all rounds
 * @param frameBytes the same with the frames' headers
 */
public record CodecTraffic(
    String codec,
    String options,
    double gamma,
    double bytesPerRound,
    double bytes,
    double frameBytes) {}
